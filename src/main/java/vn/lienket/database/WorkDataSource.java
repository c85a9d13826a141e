package vn.lienket.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * A pool of connections for each kind of {@link Work}: people who wait for one another's changes leave connections to those who read,
 * and neither takes those of the jobs. A connection waits no longer than its work may: for a statement, for a lock, for a server that
 * is gone without a word.
 */
class WorkDataSource extends AbstractDataSource implements AutoCloseable {

    private final Map<Work, HikariDataSource> pools = new EnumMap<>(Work.class);

    /**
     * @param settings of each pool
     * @param sizes how many connections a pool has at most; as many as the settings say for one that is not named
     */
    WorkDataSource(HikariConfig settings, Map<Work, Integer> sizes) {
        for (Work work : Work.values()) {
            HikariDataSource pool = new HikariDataSource(); // connects when it is first asked
            settings.copyStateTo(pool);
            pool.setPoolName(work.name().toLowerCase(Locale.ROOT));
            pool.setMaximumPoolSize(sizes.getOrDefault(work, settings.getMaximumPoolSize()));
            pool.setMinimumIdle(1);
            // whoever is first waits no longer than the others, and nobody waits for him
            pool.setInitializationFailTimeout(-1);
            pool.setConnectionTimeout(work.connectionTimeout().toMillis());
            pool.setConnectionInitSql(work.settings());
            pools.put(work, pool);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Work work = Work.current();
        Connection connection = pools.get(work).getConnection();
        try {
            ((Connection) connection.unwrap(PGConnection.class)).setNetworkTimeout(Runnable::run, (int)
                    work.networkTimeout().toMillis());
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Connection getConnection(String username, String password) {
        throw new UnsupportedOperationException("One user for all connections");
    }

    @Override
    public void close() {
        pools.values().forEach(HikariDataSource::close);
    }
}
