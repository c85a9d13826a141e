package vn.lienket.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lends connections that wait no longer than the borrower's {@link Work} may: for a statement, for a lock, for a server that is gone
 * without a word. The server is told only when a connection's last borrower did another kind of work, which is seldom: a setting of
 * the session outlives its transaction.
 */
class TimedDataSource extends DelegatingDataSource {

    private final Map<PGConnection, Work> told = Collections.synchronizedMap(new WeakHashMap<>());

    TimedDataSource(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        try {
            limit(connection, Work.current());
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void limit(Connection connection, Work work) throws SQLException {
        PGConnection session = connection.unwrap(PGConnection.class);
        ((Connection) session)
                .setNetworkTimeout(Runnable::run, (int) work.networkTimeout().toMillis());
        if (work == told.getOrDefault(session, Work.BACKGROUND)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(work.settings());
        }
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
        told.put(session, work);
    }
}
