package vn.lienket.consulting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.consulting.process.ConsultingProcess;
import vn.lienket.enterprise.EnterpriseInput;
import vn.lienket.enterprise.Enterprises;
import vn.lienket.problem.ProblemException;
import vn.lienket.support.ConsultingFields;
import vn.lienket.support.ConsultingWalk;
import vn.lienket.support.People;
import vn.lienket.support.ProcessTest;

/** Several people at the same moment; what holds here between transactions holds between nodes, which share nothing but the database. */
@ProcessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimultaneousCasesTest {

    private static final int STARTS = 20;
    private static final int DECISIONS = 10;
    private static final int ASSIGNMENTS = 5;

    @Autowired
    ConsultingProcess process;

    @Autowired
    vn.lienket.support.ConsultingCases cases;

    @Autowired
    SupportService support;

    @Autowired
    Enterprises enterprises;

    @Autowired
    ConsultingWorkload workload;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactionManager;

    private ExecutorService threads;

    @BeforeAll
    void open() {
        threads = Executors.newFixedThreadPool(2);
    }

    @AfterAll
    void close() {
        threads.shutdownNow();
    }

    /** Every other enterprise is in the registry already. */
    @RepeatedTest(STARTS)
    void ofTwoStartsForOneTaxCodeOneOpensACaseAndTheOtherIsToldItsCode(RepetitionInfo round) throws Exception {
        Map<String, Object> fields = ConsultingFields.start();
        if (round.getCurrentRepetition() % 2 == 0) {
            enterprises.replace(new EnterpriseInput(fields).check(), "test");
        }

        List<Object> outcomes =
                atOnce(() -> starting("binhduong.officer1", fields), () -> starting("binhduong.officer2", fields));

        List<ConsultingProcess.Started> started = of(ConsultingProcess.Started.class, outcomes);
        List<ProblemException> refused = of(ProblemException.class, outcomes);
        assertThat(started).hasSize(1);
        assertThat(refused).hasSize(1);
        assertThat(refused.get(0).kind()).isEqualTo(ProblemException.Kind.CONFLICT);
        assertThat(refused.get(0)).hasMessageContaining(started.get(0).caseCode());
        assertThat(jdbc.sql("select count(*) from lienket.consulting_case where tax_code = ?")
                        .param(fields.get("taxCode"))
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    /**
     * An enterprise has one open case, so two decisions on it at once cannot come about through a task; the cap does not rely on
     * that. One of the two cases is dated as closed, which is all that the index of open cases looks at.
     */
    @Test
    void twoDecisionsOnOneEnterpriseStayWithinTheCapOfTheYear() throws Exception {
        ConsultingWalk one = cases.open().upTo(ConsultingModel.TASK_DECIDE_SUPPORT);
        jdbc.sql("update lienket.consulting_case set closed_on = current_date where case_code = ?")
                .param(one.code())
                .update();
        ConsultingWalk other = cases.openAnother(one).upTo(ConsultingModel.TASK_DECIDE_SUPPORT);
        List<String> codes = List.of(one.code(), other.code());

        for (int round = 0; round < DECISIONS; round++) {
            assertThat(atOnce(() -> granting(one), () -> granting(other)))
                    .allMatch(outcome -> outcome instanceof String);

            Map<String, Long> granted = new HashMap<>();
            jdbc.sql("select support_kind, amount from lienket.consulting_grant where consulting_case = any (?)")
                    .param(codes.toArray(String[]::new))
                    .query(row -> {
                        granted.merge(row.getString("support_kind"), row.getLong("amount"), Long::sum);
                    });
            assertThat(granted)
                    .containsOnly(Map.entry("DX_SOLUTION", 50_000_000L), Map.entry("DX_CONSULTING", 50_000_000L));
            undecide(codes);
        }
    }

    @Test
    void twoAssignmentsBetweenEquallyLoadedExpertsGiveEachOne() throws Exception {
        while (load("qtsc.expert1") != load("qtsc.expert2")) {
            cases.open().verify("accept", "");
        }
        for (int round = 0; round < ASSIGNMENTS; round++) {
            ConsultingWalk one = cases.open();
            ConsultingWalk other = cases.open();

            assertThat(atOnce(() -> accepting(one), () -> accepting(other)))
                    .allMatch(outcome -> outcome instanceof String);

            assertThat(Stream.of(one, other).map(walk -> walk.consultingCase().consultant()))
                    .containsExactlyInAnyOrder("qtsc.expert1", "qtsc.expert2");
        }
    }

    /** The first assignment stays open until the second has ended. */
    @Test
    void anAssignmentDoesNotWaitForAnotherToEnd() throws Exception {
        ConsultingWalk one = cases.open();
        ConsultingWalk other = cases.open();

        new TransactionTemplate(transactionManager).executeWithoutResult(step -> {
            accepting(one);
            assertThat(threads.submit(() -> accepting(other)))
                    .succeedsWithin(10, TimeUnit.SECONDS)
                    .isEqualTo(other.code());
        });

        assertThat(Stream.of(one, other).map(walk -> walk.consultingCase().consultant()))
                .doesNotContainNull();
    }

    private Object starting(String person, Map<String, Object> fields) {
        return people.as(person, () -> process.start(fields));
    }

    /** The decision is the service's: the engine would not let the second case be one. */
    private Object granting(ConsultingWalk walk) {
        new TransactionTemplate(transactionManager)
                .executeWithoutResult(step -> support.decide(walk.code(), "grant", null, true));
        return walk.code();
    }

    private Object accepting(ConsultingWalk walk) {
        return walk.verify("accept", "").code();
    }

    private void undecide(List<String> codes) {
        jdbc.sql("delete from lienket.consulting_grant where consulting_case = any (?)")
                .param(codes.toArray(String[]::new))
                .update();
        jdbc.sql("update lienket.consulting_case set state = 'DECIDING_SUPPORT' where case_code = any (?)")
                .param(codes.toArray(String[]::new))
                .update();
    }

    private int load(String expert) {
        return workload.openWork(List.of(expert)).getOrDefault(expert, 0);
    }

    /** Runs both when both threads stand ready: what each answered, or the refusal or failure it met. */
    private List<Object> atOnce(Callable<Object> one, Callable<Object> other) throws Exception {
        CountDownLatch ready = new CountDownLatch(2);
        List<Future<Object>> running = new ArrayList<>();
        for (Callable<Object> action : List.of(one, other)) {
            running.add(threads.submit(() -> {
                ready.countDown();
                ready.await();
                try {
                    return action.call();
                } catch (Exception failed) {
                    return failed.getCause() instanceof ProblemException refused ? refused : failed;
                }
            }));
        }
        List<Object> outcomes = new ArrayList<>();
        for (Future<Object> outcome : running) {
            outcomes.add(outcome.get());
        }
        return outcomes;
    }

    private static <T> List<T> of(Class<T> type, List<Object> outcomes) {
        return outcomes.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
