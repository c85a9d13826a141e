package vn.lienket.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.database.Moments;
import vn.lienket.party.Organisation;
import vn.lienket.party.Role;

/** The dry run of successions: what the database has of each organisation that a directory lets end. It changes nothing. */
@Repository
public class SuccessionPlans {

    private static final String REGISTERS = """
            select type, max(sequence) as last from (
                select type, sequence from lienket.paper_number where organisation = :id and year = :year
                union all
                select type, sequence from lienket.agreement_registration where party = :id and year = :year
                union all
                select 'HĐ', contract_sequence from lienket.transfer_case
                where providing_organisation = :id and extract(year from contracted_on) = :year
                    and contract_sequence is not null) entries
            group by type order by type""";

    private final JdbcClient jdbc;
    private final Clock clock;

    SuccessionPlans(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By day, those without a day last. */
    @Transactional(readOnly = true)
    public List<SuccessionPlan> of(List<Organisation> directory) {
        Map<String, Organisation> byId =
                directory.stream().collect(Collectors.toMap(Organisation::id, Function.identity()));
        return directory.stream()
                .filter(organisation -> organisation.successor() != null)
                .map(organisation -> plan(organisation, byId.get(organisation.successor())))
                .sorted(Comparator.comparing(SuccessionPlan::since, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private record Effect(Instant appliedAt, int tasksPassed) {}

    private SuccessionPlan plan(Organisation predecessor, Organisation successor) {
        String id = predecessor.id();
        Optional<Effect> effect = effect(id);
        LocalDate last = predecessor.validTo();
        return new SuccessionPlan(
                predecessor,
                successor,
                last == null ? null : last.plusDays(1),
                effect.map(Effect::appliedAt).orElse(null),
                effect.map(Effect::tasksPassed).orElse(0),
                count("select count(*) from lienket.person where organisation = :id and active", id),
                openTasks(id),
                count("select count(*) from lienket.dossier where lead_organisation = :id and not closed", id),
                count("""
                        select count(*) from lienket.agreement a join lienket.agreement_party p on p.agreement = a.case_code
                        where p.organisation = :id and a.state = 'IN_FORCE'""", id),
                jdbc.sql("""
                                select c.name from lienket.channel c join lienket.channel_party p on p.channel = c.id
                                where p.organisation = :id order by c.name""").param("id", id).query(String.class).list(),
                jdbc.sql(REGISTERS)
                        .param("id", id)
                        .param("year", LocalDate.now(clock).getYear())
                        .query((row, number) -> "%02d/%s".formatted(row.getInt("last"), row.getString("type")))
                        .list());
    }

    private Optional<Effect> effect(String predecessor) {
        return jdbc.sql("select applied_at, tasks_passed from lienket.succession where predecessor = ?")
                .param(predecessor)
                .query((row, number) -> new Effect(Moments.in(row, "applied_at"), row.getInt("tasks_passed")))
                .optional();
    }

    private List<String> openTasks(String organisation) {
        List<String> tasks = new ArrayList<>();
        for (Role role : Role.values()) {
            long open = jdbc.sql("""
                            select count(*) from act_ru_identitylink where group_id_ = ? and task_id_ is not null""")
                    .param(role.groupOf(organisation))
                    .query(Long.class)
                    .single();
            if (open > 0) {
                tasks.add("%s: %d".formatted(role.label(), open));
            }
        }
        return tasks;
    }

    private long count(String sql, String organisation) {
        return jdbc.sql(sql).param("id", organisation).query(Long.class).single();
    }
}
