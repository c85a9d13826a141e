package vn.lienket.party;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The absences that people register, and how all of them are listed. */
@Repository
class AbsenceStore {

    private static final String VISIBLE = """
            from lienket.absence a join lienket.person p on p.id = a.person
            where a.person = :user or a.substitute = :user or p.organisation = any (%s)
            """.formatted(Succession.LINE);

    private final JdbcClient jdbc;

    AbsenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(RecordedAbsence recorded) {
        Absence absence = recorded.absence();
        jdbc.sql("""
                        insert into lienket.absence
                            (id, person, first_day, last_day, substitute, kinds, registered_by, registered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(recorded.id())
                .param(recorded.person())
                .param(absence.from())
                .param(absence.to())
                .param(absence.substitute())
                .param(absence.kinds().stream().sorted().toArray(String[]::new))
                .param(recorded.registeredBy())
                .param(recorded.registeredAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** One that has begun lasts until that day; one that has not keeps the days it would have had. */
    void end(UUID id, LocalDate day, String by) {
        jdbc.sql("""
                        update lienket.absence set ended_on = :day, ended_by = :by,
                            last_day = case when first_day > :day then last_day else :day end
                        where id = :id
                        """).param("id", id).param("day", day).param("by", by).update();
    }

    Optional<RecordedAbsence> find(UUID id) {
        return jdbc.sql("select * from lienket.absence where id = ?")
                .param(id)
                .query(AbsenceStore::recorded)
                .optional();
    }

    /** The latest first. */
    List<RecordedAbsence> page(String user, String organisation, int page, int size) {
        return visible(
                        "select a.* " + VISIBLE
                                + "order by a.first_day desc, a.person, a.id limit :size offset :before",
                        user,
                        organisation)
                .param("size", size)
                .param("before", (long) page * size)
                .query(AbsenceStore::recorded)
                .list();
    }

    long count(String user, String organisation) {
        return visible("select count(*) " + VISIBLE, user, organisation)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec visible(String sql, String user, String organisation) {
        return jdbc.sql(sql).param("user", user).param("organisation", organisation, Types.VARCHAR);
    }

    static Absence absence(ResultSet row) throws SQLException {
        return new Absence(
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("substitute"),
                Set.of((String[]) row.getArray("kinds").getArray()));
    }

    private static RecordedAbsence recorded(ResultSet row, int number) throws SQLException {
        return new RecordedAbsence(
                row.getObject("id", UUID.class),
                row.getString("person"),
                absence(row),
                row.getString("registered_by"),
                instant(row),
                row.getString("ended_by"),
                row.getObject("ended_on", LocalDate.class));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        OffsetDateTime registered = row.getObject("registered_at", OffsetDateTime.class);
        return registered == null ? null : registered.toInstant();
    }
}
