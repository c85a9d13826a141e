package vn.lienket.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.util.PSQLState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienket.mode.StartRefusedException;

/**
 * One node starts at a time: on an empty or older database it creates what the others then find. Held by a connection, so that it ends
 * with its node.
 */
final class StartLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StartLock.class);
    private static final String KEY = "hashtextextended('lienket start', 0)";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Connection connection;

    private StartLock(Connection connection) {
        this.connection = connection;
    }

    /** Waits until no other node is starting; a {@link StartRefusedException} if one takes too long. */
    static StartLock take(DataSource source) throws SQLException {
        Connection connection = source.getConnection();
        try {
            if (!isFree(connection)) {
                LOG.info("Another node is starting; waiting for it");
                await(connection);
            }
            return new StartLock(connection);
        } catch (SQLException e) {
            connection.close();
            if (PSQLState.QUERY_CANCELED.getState().equals(e.getSQLState())) {
                throw new StartRefusedException(
                        "Một LienKet khác dùng chung cơ sở dữ liệu này đã khởi động hơn %d phút mà chưa xong."
                                .formatted(PATIENCE.toMinutes()),
                        "Kiểm tra nhật ký của LienKet kia, rồi khởi động lại.",
                        e);
            }
            throw e;
        }
    }

    private static boolean isFree(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("select pg_try_advisory_lock(%s)".formatted(KEY));
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static void await(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set statement_timeout = %d".formatted(PATIENCE.toMillis()));
            statement.execute("select pg_advisory_lock(%s)".formatted(KEY));
            statement.execute("set statement_timeout = 0");
        }
    }

    /** Lets the next node start. */
    @Override
    public void close() throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock(%s)".formatted(KEY));
        }
    }
}
