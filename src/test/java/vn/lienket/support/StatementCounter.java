package vn.lienket.support;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the prepared statements that pass a data source; those of a batch one by one, for the database does each of them. */
public final class StatementCounter implements BeanPostProcessor {

    private final Map<String, LongAdder> statements = new ConcurrentHashMap<>();
    private final LongAdder roundTrips = new LongAdder();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? counted(source) : bean;
    }

    public void clear() {
        statements.clear();
        roundTrips.reset();
    }

    public long statements() {
        return statements.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** How often the database was asked, a batch once. */
    public long roundTrips() {
        return roundTrips.sum();
    }

    /** The texts with their numbers, most frequent first. */
    public Stream<Map.Entry<String, Long>> mostFrequent() {
        return statements.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue().sum()))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed());
    }

    private DataSource counted(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                return counted(super.getConnection());
            }
        };
    }

    private Connection counted(Connection connection) {
        return proxy(Connection.class, (self, method, arguments) -> {
            Object result = call(connection, method, arguments);
            return method.getName().equals("prepareStatement")
                    ? counted((PreparedStatement) result, (String) arguments[0])
                    : result;
        });
    }

    private PreparedStatement counted(PreparedStatement statement, String sql) {
        return proxy(PreparedStatement.class, (self, method, arguments) -> {
            String name = method.getName();
            if (name.startsWith("execute")) {
                roundTrips.increment();
            }
            if (name.equals("addBatch") || name.startsWith("execute") && !name.equals("executeBatch")) {
                statements.computeIfAbsent(sql, text -> new LongAdder()).increment();
            }
            return call(statement, method, arguments);
        });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
