package vn.lienket.assignment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.party.Person;

/**
 * The work that is being given in transactions that have not ended, on all nodes. A claim is a shared advisory lock on the person, which
 * nobody waits for and everybody sees in {@code pg_locks}; PostgreSQL lets it go when the transaction ends, after what it wrote has
 * become visible, or never will. So there is no counter that could drift from the work.
 *
 * <p>Choices in one group follow each other, but only for as long as choosing takes: the lock for that belongs to the session, not to
 * the transaction, and is given back before the caller goes on. Who holds it waits for nothing, so that it is in no deadlock.
 */
class Claims {

    private static final String KEY = "hashtext('expert/' || person)";

    /** The key as {@code pg_locks} shows it, without a sign. */
    private static final String OF_PERSON = "locktype = 'advisory' and objsubid = 2 and granted"
            + " and database = (select oid from pg_database where datname = current_database())"
            + " and classid::bigint = (%s)::bigint & 4294967295".formatted(KEY);

    private final JdbcClient jdbc;
    private final TransactionTemplate nested;

    Claims(JdbcClient jdbc, PlatformTransactionManager transactionManager) {
        this.jdbc = jdbc;
        this.nested = new TransactionTemplate(transactionManager);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Chooses among the people and claims who was chosen.
     *
     * @param openWork what can be seen of their work, that of the caller's transaction included: ids → id → number
     * @param choice from the load, id → number, what others have claimed included
     */
    List<Person> choose(
            String group,
            List<Person> people,
            Function<List<String>, Map<String, Integer>> openWork,
            Function<Map<String, Integer>, List<Person>> choice) {
        try {
            // nested: after a statement that failed, the lock could not be given back without a savepoint
            return nested.execute(savepoint -> {
                lock(group);
                List<String> ids = people.stream().map(Person::id).toList();
                List<Person> chosen = choice.apply(load(ids, openWork));
                claim(chosen.stream().map(Person::id).toList());
                return chosen;
            });
        } finally {
            unlock(group);
        }
    }

    /** Work and claims are read one after the other: together they are right if no claim has ended, and its work appeared, meanwhile. */
    private Map<String, Integer> load(List<String> people, Function<List<String>, Map<String, Integer>> openWork) {
        Set<Claim> before = ofOthers(people);
        while (true) {
            Map<String, Integer> load = new HashMap<>(openWork.apply(people));
            Set<Claim> after = ofOthers(people);
            if (after.equals(before)) {
                after.forEach(claim -> load.merge(claim.person(), 1, Integer::sum));
                return load;
            }
            before = after;
        }
    }

    private Set<Claim> ofOthers(List<String> people) {
        return jdbc
                .sql("select person, pid, objid::bigint as number from unnest(:people) person join pg_locks on "
                        + OF_PERSON + " and pid <> pg_backend_pid()")
                .param("people", people.toArray(String[]::new))
                .query(Claim.class)
                .stream()
                .collect(Collectors.toSet());
    }

    private void claim(List<String> people) {
        jdbc.sql("""
                        select pg_advisory_xact_lock_shared(%s,
                            1 + (select count(*)::integer from pg_locks where %s and pid = pg_backend_pid()))
                        from unnest(:people) person""".formatted(KEY, OF_PERSON))
                .param("people", people.toArray(String[]::new))
                .query((row, number) -> true)
                .list();
    }

    private void lock(String group) {
        jdbc.sql("select pg_advisory_lock(hashtextextended(?, 0))")
                .param("experts/" + group)
                .query((row, number) -> true)
                .single();
    }

    private void unlock(String group) {
        jdbc.sql("select pg_advisory_unlock(hashtextextended(?, 0))")
                .param("experts/" + group)
                .query(Boolean.class)
                .single();
    }

    /** @param number of the holder's claims on the person, from 1 */
    private record Claim(String person, int pid, long number) {}
}
