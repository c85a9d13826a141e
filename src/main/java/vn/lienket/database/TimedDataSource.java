package vn.lienket.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lends connections whose statements end in the time of the borrower's {@link Work}. The server is told only when a connection's
 * last borrower did another kind of work, which is seldom: a setting of the session outlives its transaction.
 */
class TimedDataSource extends DelegatingDataSource {

    private final Map<PGConnection, Duration> timeouts = Collections.synchronizedMap(new WeakHashMap<>());

    TimedDataSource(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        try {
            limit(connection, Work.current().statementTimeout());
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void limit(Connection connection, Duration timeout) throws SQLException {
        PGConnection session = connection.unwrap(PGConnection.class);
        if (timeout.equals(timeouts.getOrDefault(session, Duration.ZERO))) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("set statement_timeout = " + timeout.toMillis());
        }
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
        timeouts.put(session, timeout);
    }
}
