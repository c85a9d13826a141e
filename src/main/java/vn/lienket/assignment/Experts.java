package vn.lienket.assignment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.party.Role;

/**
 * Chooses experts by skill and open work. Whoever chooses among the same experts at the same time waits for the caller's transaction
 * to end, and so counts the work that it gave; IllegalTransactionStateException without one.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Experts {

    private final Parties parties;
    private final ObjectProvider<Workload> workloads;
    private final JdbcClient jdbc;
    private final Clock clock;

    Experts(Parties parties, ObjectProvider<Workload> workloads, JdbcClient jdbc, Clock clock) {
        this.parties = parties;
        this.workloads = workloads;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The present expert of the organisation with this skill who has the least open work, of several the first by id.
     *
     * @param skill a code of the directory, e.g. {@code sme-digital-transformation}
     */
    public Optional<Person> leastLoaded(String organisation, String skill) {
        return leastLoaded(organisation, skill, 1).stream().findFirst();
    }

    /** Up to {@code limit} of them, the least loaded first; fewer if the organisation has no more who fit. */
    public List<Person> leastLoaded(String organisation, String skill, int limit) {
        String group = Role.EXPERT.groupOf(organisation);
        lock(group);
        List<Person> fitting = parties.members(group).stream()
                .filter(person -> person.skills().contains(skill))
                .filter(person -> person.absenceOn(LocalDate.now(clock)).isEmpty())
                .toList();
        Map<String, Integer> load = load(fitting);
        return fitting.stream()
                .sorted(Comparator.<Person>comparingInt(person -> load.getOrDefault(person.id(), 0))
                        .thenComparing(Person::id))
                .limit(limit)
                .toList();
    }

    private Map<String, Integer> load(List<Person> people) {
        List<String> ids = people.stream().map(Person::id).toList();
        Map<String, Integer> load = new HashMap<>();
        workloads.stream()
                .forEach(workload ->
                        workload.openWork(ids).forEach((person, open) -> load.merge(person, open, Integer::sum)));
        return load;
    }

    private void lock(String group) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("experts/" + group)
                .query((row, number) -> true)
                .single();
    }
}
