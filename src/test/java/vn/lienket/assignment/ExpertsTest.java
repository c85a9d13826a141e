package vn.lienket.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.party.Absence;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.party.Role;
import vn.lienket.party.Substitutes;
import vn.lienket.support.ListedParties;
import vn.lienket.support.TestPostgres;

/** The choice of experts on PostgreSQL, where two choices at once meet. */
class ExpertsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final String KIND = ConsultingModel.PROCESS;
    private static final String SKILL = "sme-digital-transformation";

    private static EmbeddedPostgres postgres;
    private static DataSource database;

    private final List<Person> people = new ArrayList<>();
    private JdbcClient jdbc;
    private AnnotationConfigApplicationContext application;
    private Experts experts;
    private TransactionTemplate transaction;

    @BeforeAll
    static void startDatabase() throws IOException {
        postgres = TestPostgres.start();
        database = postgres.getPostgresDatabase();
        JdbcClient.create(database)
                .sql("create table work (person text not null, kind text not null)")
                .update();
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void start() {
        jdbc = JdbcClient.create(database);
        jdbc.sql("truncate work").update();
        application = new AnnotationConfigApplicationContext();
        application.registerBean(JdbcClient.class, () -> jdbc);
        application.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(database));
        application.registerBean(
                Clock.class,
                () -> Clock.fixed(
                        TODAY.atTime(9, 0).atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant(),
                        ZoneId.of("Asia/Ho_Chi_Minh")));
        application.registerBean(Parties.class, Directory::new);
        application.registerBean("consulting", Workload.class, () -> of -> openWork(of, "consulting"));
        application.registerBean("transfer", Workload.class, () -> of -> openWork(of, "transfer"));
        application.register(Transactions.class, Substitutes.class, Experts.class);
        application.refresh();
        experts = application.getBean(Experts.class);
        transaction = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
    }

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void theLeastLoadedOverAllModulesIsChosen() {
        expert("an", SKILL);
        expert("binh", SKILL);
        give("an", "consulting", 1);
        give("an", "transfer", 2);
        give("binh", "consulting", 2);

        assertThat(chosen()).containsExactly("binh");
    }

    @Test
    void ofEquallyLoadedTheFirstByIdIsChosen() {
        expert("binh", SKILL);
        expert("an", SKILL);
        give("an", "consulting", 1);
        give("binh", "transfer", 1);

        assertThat(chosen()).containsExactly("an");
    }

    @Test
    void whoLacksTheSkillTheRoleOrTheOrganisationIsNotChosen() {
        expert("an", "data-and-ai");
        people.add(person("binh", "qtsc", Role.OFFICER, true));
        people.add(person("chi", "binhduong", Role.EXPERT, true));
        people.add(person("dung", "qtsc", Role.EXPERT, false));

        assertThat(chosen()).isEmpty();
    }

    @Test
    void whoIsAwayTodayIsNotChosen() {
        people.add(person("an", "qtsc", Role.EXPERT, true, new Absence(TODAY, TODAY, null)));
        people.add(person("binh", "qtsc", Role.EXPERT, true, new Absence(TODAY.plusDays(1), TODAY.plusDays(9), null)));
        give("binh", "consulting", 9);

        assertThat(chosen()).containsExactly("binh");
    }

    @Test
    void whoIsAwayFromOtherWorkOnlyIsChosen() {
        people.add(person("an", "qtsc", Role.EXPERT, true, new Absence(TODAY, TODAY, null, Set.of(KIND))));
        people.add(person(
                "binh",
                "qtsc",
                Role.EXPERT,
                true,
                new Absence(TODAY, TODAY, null, Set.of(AgreementModel.SIGNING_PROCESS))));

        assertThat(chosen()).containsExactly("binh");
    }

    @Test
    void severalAreChosenTheLeastLoadedFirst() {
        expert("an", SKILL);
        expert("binh", SKILL);
        expert("chi", SKILL);
        give("an", "consulting", 2);
        give("binh", "consulting", 1);

        assertThat(ranked(2)).containsExactly("chi", "binh");
        assertThat(ranked(5)).containsExactly("chi", "binh", "an");
    }

    @Test
    void whoIsLeftOutIsNotChosen() {
        expert("an", SKILL);
        expert("binh", SKILL);

        List<Person> chosen =
                transaction.execute(status -> experts.leastLoaded(KIND, "qtsc", SKILL, 5, List.of("an", "elsewhere")));

        assertThat(chosen).extracting(Person::id).containsExactly("binh");
    }

    @Test
    void whoChoosesCountsWhatAnotherGivesAndDoesNotWaitForItsEnd() throws Exception {
        expert("an", SKILL);
        expert("binh", SKILL);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            transaction.executeWithoutResult(status -> {
                assertThat(choose()).isEqualTo("an");
                assertThat(other.submit(this::chosen))
                        .succeedsWithin(10, TimeUnit.SECONDS)
                        .isEqualTo(List.of("binh"));
                give("an", "consulting", 1);
                assertThat(other.submit(this::chosen))
                        .succeedsWithin(10, TimeUnit.SECONDS)
                        .isEqualTo(List.of("binh"));
            });
            give("binh", "consulting", 1);
            assertThat(chosen()).containsExactly("an");
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void whatOneTransactionGivesCountsAsOftenAsItGives() {
        expert("an", SKILL);
        expert("binh", SKILL);
        give("binh", "consulting", 3);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            transaction.executeWithoutResult(status -> {
                for (int given = 0; given < 3; given++) {
                    assertThat(choose()).isEqualTo("an");
                    give("an", "transfer", 1);
                }
                give("an", "transfer", 1);
                assertThat(choose()).isEqualTo("binh");
                assertThat(other.submit(this::chosen))
                        .succeedsWithin(10, TimeUnit.SECONDS)
                        .isEqualTo(List.of("an"));
            });
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void whatIsRolledBackHasGivenNothing() {
        expert("an", SKILL);
        expert("binh", SKILL);

        transaction.executeWithoutResult(status -> {
            assertThat(choose()).isEqualTo("an");
            give("an", "consulting", 1);
            status.setRollbackOnly();
        });

        assertThat(chosen()).containsExactly("an");
        assertThat(advisoryLocks()).isZero();
    }

    @Test
    void aChoiceThatFailsKeepsNobodyWaiting() {
        expert("an", SKILL);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("alter table work rename to absent").update();
            assertThatThrownBy(this::choose).isInstanceOf(BadSqlGrammarException.class);
            assertThat(advisoryLocks()).isZero();
            status.setRollbackOnly();
        });
        assertThat(chosen()).containsExactly("an");
    }

    /**
     * All forty have chosen before the first of them commits. A third roll back; the others have given what choices one after the
     * other would have given, counting those that were open beside them: of 40 nobody got more than ten.
     */
    @Test
    void fortyAtOnceGiveNobodyMoreThanHisShareAndDoNotWaitForEachOther() throws Exception {
        int assignments = 40;
        List<String> all = List.of("an", "binh", "chi", "dung");
        all.forEach(person -> expert(person, SKILL));
        give("an", "consulting", 8);
        give("binh", "transfer", 4);
        ExecutorService threads = Executors.newFixedThreadPool(assignments);
        CountDownLatch chosen = new CountDownLatch(assignments);
        try {
            List<Future<String>> running = new ArrayList<>();
            for (int i = 0; i < assignments; i++) {
                boolean fails = i % 3 == 0;
                running.add(threads.submit(() -> transaction.execute(status -> {
                    String person = choose();
                    give(person, "consulting", 1);
                    chosen.countDown();
                    awaitAll(chosen);
                    if (fails) {
                        status.setRollbackOnly();
                    }
                    return person;
                })));
            }
            Map<String, Integer> load = new HashMap<>(Map.of("an", 8, "binh", 4));
            for (Future<String> assignment : running) {
                load.merge(assignment.get(60, TimeUnit.SECONDS), 1, Integer::sum);
            }
            assertThat(load.values()).containsOnly(13);
            assertThat(advisoryLocks()).isZero();
        } finally {
            threads.shutdownNow();
        }
    }

    /** Now they end while others choose: what ends is neither forgotten nor counted twice. */
    @Test
    void fortyOneByOneThatEndAsTheyLikeGiveTheSame() throws Exception {
        List<String> all = List.of("an", "binh", "chi", "dung");
        all.forEach(person -> expert(person, SKILL));
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                running.add(threads.submit(() -> transaction.executeWithoutResult(status -> {
                    String person = choose();
                    give(person, "consulting", 1);
                })));
            }
            for (Future<?> assignment : running) {
                assignment.get(60, TimeUnit.SECONDS);
            }
            assertThat(openWork(all, "consulting")).hasSize(4).values().containsOnly(10);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whoChoosesAmongOthersDoesNotWait() throws Exception {
        expert("an", SKILL);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            transaction.executeWithoutResult(status -> {
                experts.leastLoaded(KIND, "binhduong", SKILL);
                assertThat(other.submit(this::chosen))
                        .succeedsWithin(10, TimeUnit.SECONDS)
                        .isEqualTo(List.of("an"));
            });
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void nobodyIsChosenOutsideOfATransaction() {
        assertThatThrownBy(() -> experts.leastLoaded(KIND, "qtsc", SKILL))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private List<String> chosen() {
        return transaction.execute(status -> experts.leastLoaded(KIND, "qtsc", SKILL).map(Person::id).stream()
                .toList());
    }

    private String choose() {
        return experts.leastLoaded(KIND, "qtsc", SKILL).orElseThrow().id();
    }

    private static void awaitAll(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> ranked(int limit) {
        List<Person> chosen = transaction.execute(status -> experts.leastLoaded(KIND, "qtsc", SKILL, limit, Set.of()));
        return chosen.stream().map(Person::id).toList();
    }

    private void expert(String id, String skill) {
        people.add(
                new Person(id, id, id + "@qtsc.example", "qtsc", Set.of(Role.EXPERT), Set.of(skill), List.of(), true));
    }

    private static Person person(String id, String organisation, Role role, boolean active, Absence... absences) {
        return new Person(
                id, id, id + "@qtsc.example", organisation, Set.of(role), Set.of(SKILL), List.of(absences), active);
    }

    private void give(String person, String kind, int times) {
        for (int i = 0; i < times; i++) {
            jdbc.sql("insert into work values (?, ?)").params(person, kind).update();
        }
    }

    private Map<String, Integer> openWork(Collection<String> of, String kind) {
        Map<String, Integer> open = new HashMap<>();
        jdbc.sql("select person from work where kind = ? and person = any (?)")
                .params(kind, of.toArray(String[]::new))
                .query(String.class)
                .list()
                .forEach(person -> open.merge(person, 1, Integer::sum));
        return open;
    }

    private int advisoryLocks() {
        return JdbcClient.create(database)
                .sql("select count(*) from pg_locks where locktype = 'advisory'")
                .query(Integer.class)
                .single();
    }

    private class Directory extends ListedParties {

        @Override
        public List<Person> people() {
            return people;
        }
    }

    @EnableTransactionManagement
    static class Transactions {}
}
