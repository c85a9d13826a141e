package vn.lienket.assignment;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.party.Role;
import vn.lienket.party.Substitutes;

/**
 * Chooses experts by skill and open work. Those who choose among the same experts at the same time count what the others are giving
 * and have not committed, and do not wait for it: see {@link Claims}. IllegalTransactionStateException outside of a transaction.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Experts {

    private final Parties parties;
    private final ObjectProvider<Workload> workloads;
    private final Claims claims;
    private final Substitutes substitutes;

    Experts(
            Parties parties,
            ObjectProvider<Workload> workloads,
            JdbcClient jdbc,
            PlatformTransactionManager transactionManager,
            Substitutes substitutes) {
        this.parties = parties;
        this.workloads = workloads;
        this.claims = new Claims(jdbc, transactionManager);
        this.substitutes = substitutes;
    }

    /**
     * The present expert of the organisation with this skill who has the least open work, of several the first by id. The caller
     * gives him work in the same transaction.
     *
     * @param kind key of the process whose work it is
     * @param skill a code of the directory, e.g. {@code sme-digital-transformation}
     */
    public Optional<Person> leastLoaded(String kind, String organisation, String skill) {
        return leastLoaded(kind, organisation, skill, 1, Set.of()).stream().findFirst();
    }

    /**
     * Up to {@code limit} of them, the least loaded first; fewer if the organisation has no more who fit.
     *
     * @param without ids of people who are not to be chosen
     */
    public List<Person> leastLoaded(
            String kind, String organisation, String skill, int limit, Collection<String> without) {
        String group = Role.EXPERT.groupOf(organisation);
        List<Person> fitting = parties.members(group).stream()
                .filter(person -> person.skills().contains(skill))
                .filter(person -> substitutes.isPresent(person, kind))
                .filter(person -> !without.contains(person.id()))
                .toList();
        if (fitting.isEmpty()) {
            return fitting;
        }
        return claims.choose(
                group,
                fitting,
                this::openWork,
                load -> fitting.stream()
                        .sorted(Comparator.<Person>comparingInt(person -> load.getOrDefault(person.id(), 0))
                                .thenComparing(Person::id))
                        .limit(limit)
                        .toList());
    }

    private Map<String, Integer> openWork(List<String> people) {
        Map<String, Integer> load = new HashMap<>();
        workloads.stream()
                .forEach(workload ->
                        workload.openWork(people).forEach((person, open) -> load.merge(person, open, Integer::sum)));
        return load;
    }
}
