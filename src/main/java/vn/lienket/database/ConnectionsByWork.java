package vn.lienket.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.IdentityHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/**
 * Puts the pools in the place of the one that is configured, which is never opened; and, as nobody can ask the database before, lets
 * nobody do so while another node starts.
 */
class ConnectionsByWork implements DestructionAwareBeanPostProcessor, ApplicationListener<ContextRefreshedEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionsByWork.class);

    private final Map<Work, Integer> sizes;
    private final Map<Object, WorkDataSource> pools = new IdentityHashMap<>();
    private StartLock lock;

    ConnectionsByWork(Map<Work, Integer> sizes) {
        this.sizes = sizes;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource source ? opened(source) : bean;
    }

    private WorkDataSource opened(HikariDataSource settings) {
        WorkDataSource opened = new WorkDataSource(settings, sizes);
        pools.put(settings, opened);
        try {
            lock = StartLock.take(opened);
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("The database is away", e);
        }
        return opened;
    }

    @Override
    public void onApplicationEvent(ContextRefreshedEvent started) {
        if (lock == null) {
            return;
        }
        try {
            lock.close();
        } catch (SQLException e) {
            LOG.warn("The lock of the start ends with its connection only: {}", e.getMessage());
        }
        lock = null;
    }

    /** Also of a context that never came up, whose lock ends with its connection. */
    @Override
    public void postProcessBeforeDestruction(Object bean, String name) {
        pools.remove(bean).close();
    }

    @Override
    public boolean requiresDestruction(Object bean) {
        return pools.containsKey(bean);
    }
}
