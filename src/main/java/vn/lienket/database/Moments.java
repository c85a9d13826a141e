package vn.lienket.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Instants as the driver takes and gives them, in {@code java.time} throughout: the types of {@code java.sql} count in the JVM's zone
 * and, before 1582, by another calendar. Null stays null.
 */
public final class Moments {

    private Moments() {}

    /** For a column with time zone. */
    public static OffsetDateTime of(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** From a column with time zone. */
    public static Instant in(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** For a column of the engine: without time zone, in that of the JVM. */
    public static LocalDateTime ofEngine(Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneId.systemDefault());
    }

    /** From a column of the engine. */
    public static Instant inEngine(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.atZone(ZoneId.systemDefault()).toInstant();
    }
}
