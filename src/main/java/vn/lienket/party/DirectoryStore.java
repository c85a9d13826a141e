package vn.lienket.party;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The directory's tables. */
@Repository
class DirectoryStore {

    /** Any number that no other part of the application locks: "party" in ASCII. */
    private static final long LOCK = 0x7061727479L;

    private final JdbcClient jdbc;

    DirectoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one transaction at a time write the directory, on all nodes. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query()
                .listOfRows();
    }

    /** The version of the directory; 0 before the first import. */
    long version() {
        return jdbc.sql("select coalesce(max(version), 0) from lienket.directory_version")
                .query(Long.class)
                .single();
    }

    void addVersion() {
        jdbc.sql("insert into lienket.directory_version default values").update();
    }

    /** Everything, the inactive people too; each list ordered by id. */
    DirectorySnapshot load() {
        return new DirectorySnapshot(organisations(), channels(), people(absences("ended_on is null")));
    }

    /** The same with those absences only that the directory file has said. */
    DirectorySnapshot listed() {
        return new DirectorySnapshot(organisations(), channels(), people(absences("registered_by is null")));
    }

    /** Those that have taken effect. */
    List<Succession> successions() {
        return jdbc.sql("select predecessor, successor, since from lienket.succession order by since, predecessor")
                .query(Succession.class)
                .list();
    }

    /** Whether there is one that {@link #takeEffect} would write. */
    boolean isSuccessionDue(LocalDate today) {
        return jdbc.sql("""
                        select exists (select from lienket.organisation where successor is not null and valid_to < :today
                            and id not in (select predecessor from lienket.succession))""").param("today", today).query(Boolean.class).single();
    }

    /** Notes which organisations have ended and have a successor; how many are new. */
    int takeEffect(LocalDate today, Instant now) {
        return jdbc.sql("""
                        insert into lienket.succession (predecessor, successor, since, applied_at)
                        select id, successor, valid_to + 1, :now from lienket.organisation
                        where successor is not null and valid_to < :today
                        on conflict (predecessor) do nothing""")
                .param("today", today)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private List<Organisation> organisations() {
        return jdbc.sql("select * from lienket.organisation order by id collate \"C\"")
                .query(Organisation.class)
                .list();
    }

    private List<Channel> channels() {
        return jdbc.sql("""
                        select id, name, array(
                            select organisation from lienket.channel_party where channel = id order by position) parties
                        from lienket.channel order by id collate "C"
                        """)
                .query((row, number) ->
                        new Channel(row.getString("id"), row.getString("name"), texts(row.getArray("parties"))))
                .list();
    }

    private List<Person> people(Map<String, List<Absence>> absences) {
        return jdbc.sql("""
                        select id, name, email, organisation, active,
                            array(select role from lienket.person_role where person = id) roles,
                            array(select skill from lienket.person_skill where person = id) skills
                        from lienket.person order by id collate "C"
                        """)
                .query((row, number) -> person(row, absences.getOrDefault(row.getString("id"), List.of())))
                .list();
    }

    private Map<String, List<Absence>> absences(String which) {
        record Row(String person, Absence absence) {}
        return jdbc
                .sql("select * from lienket.absence where " + which + " order by person, first_day, id")
                .query((row, number) -> new Row(row.getString("person"), AbsenceStore.absence(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::person, Collectors.mapping(Row::absence, Collectors.toList())));
    }

    private static Person person(ResultSet row, List<Absence> absences) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        texts(row.getArray("roles")).forEach(role -> roles.add(Role.of(role).orElseThrow()));
        return new Person(
                row.getString("id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("organisation"),
                Collections.unmodifiableSet(roles),
                Collections.unmodifiableSet(new TreeSet<>(texts(row.getArray("skills")))),
                List.copyOf(absences),
                row.getBoolean("active"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.copyOf(Arrays.asList((String[]) array.getArray()));
    }

    void save(Organisation organisation) {
        jdbc.sql("""
                        insert into lienket.organisation (id, name, short_name, parent_name, abbreviation, code, email,
                            place, leader_title, calendar, valid_from, valid_to, successor)
                        values (:id, :name, :shortName, :parentName, :abbreviation, :code, :email,
                            :place, :leaderTitle, :calendar, :validFrom, :validTo, :successor)
                        on conflict (id) do update set
                            (name, short_name, parent_name, abbreviation, code, email,
                            place, leader_title, calendar, valid_from, valid_to, successor)
                            = (excluded.name, excluded.short_name, excluded.parent_name, excluded.abbreviation,
                            excluded.code, excluded.email, excluded.place, excluded.leader_title, excluded.calendar,
                            excluded.valid_from, excluded.valid_to, excluded.successor)
                        """).paramSource(organisation).update();
    }

    void save(Channel channel) {
        jdbc.sql("""
                        insert into lienket.channel (id, name) values (:id, :name)
                        on conflict (id) do update set name = excluded.name
                        """).paramSource(channel).update();
        jdbc.sql("delete from lienket.channel_party where channel = :id")
                .paramSource(channel)
                .update();
        jdbc.sql("""
                        insert into lienket.channel_party (channel, organisation, position)
                        select :id, party, position from unnest(:parties) with ordinality as p (party, position)
                        """)
                .param("id", channel.id())
                .param("parties", channel.parties().toArray(String[]::new))
                .update();
    }

    void save(Person person) {
        jdbc.sql("""
                        insert into lienket.person (id, name, email, organisation, active)
                        values (:id, :name, :email, :organisation, :active)
                        on conflict (id) do update set (name, email, organisation, active)
                            = (excluded.name, excluded.email, excluded.organisation, excluded.active)
                        """).paramSource(person).update();
        for (String rows :
                List.of("person_role where", "person_skill where", "absence where registered_by is null and")) {
            jdbc.sql("delete from lienket." + rows + " person = :id")
                    .paramSource(person)
                    .update();
        }
        jdbc.sql("insert into lienket.person_role (person, role) select :id, unnest(:roles)")
                .param("id", person.id())
                .param("roles", person.roles().stream().map(Role::id).toArray(String[]::new))
                .update();
        jdbc.sql("insert into lienket.person_skill (person, skill) select :id, unnest(:skills)")
                .param("id", person.id())
                .param("skills", person.skills().toArray(String[]::new))
                .update();
        person.absences().forEach(absence -> save(person.id(), absence));
    }

    private void save(String person, Absence absence) {
        jdbc.sql("""
                        insert into lienket.absence (person, first_day, last_day, substitute)
                        values (?, ?, ?, ?)
                        """)
                .params(person, absence.from(), absence.to(), absence.substitute())
                .update();
    }
}
