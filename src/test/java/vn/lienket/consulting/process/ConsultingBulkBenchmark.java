package vn.lienket.consulting.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.consulting.BulkOpening;
import vn.lienket.consulting.BulkOpeningRequest;
import vn.lienket.consulting.BulkOpeningService;
import vn.lienket.notification.process.NotificationModel;
import vn.lienket.support.People;
import vn.lienket.support.SampleEnterprises;
import vn.lienket.support.StatementCounter;

/** Figures, not verdicts: {@code ./mvnw test -Dtest=ConsultingBulkBenchmark -Dlienket.benchmark=true}. */
@SpringBootTest(
        properties = {
            "LIENKET_DATA_DIR=target/test-data/${random.uuid}",
            "lienket.demo-agreements=false",
            "camunda.bpm.process-engine-name=bulkBenchmark"
        })
@Import({People.class, ConsultingBulkBenchmark.Counting.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIfSystemProperty(named = "lienket.benchmark", matches = "true")
class ConsultingBulkBenchmark {

    private static final int CASES = Integer.getInteger("lienket.benchmark.cases", 10_000);
    private static final int ROUNDS = 3;
    private static final Logger LOG = LoggerFactory.getLogger(ConsultingBulkBenchmark.class);

    @TestConfiguration(proxyBeanMethods = false)
    static class Counting {

        @Bean
        static StatementCounter statementCounter() {
            return new StatementCounter();
        }
    }

    @Autowired
    BulkOpeningService bulks;

    @Autowired
    People people;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    StatementCounter statements;

    @Autowired
    JdbcClient jdbc;

    @Test
    @Order(2)
    void bulkOpeningBesideTheBareEngineInTurns() throws Exception {
        int cases = CASES / 40;
        SampleEnterprises enterprises = new SampleEnterprises(jdbc);
        try (BareEngine bare = new BareEngine()) {
            for (int round = 0; round <= ROUNDS; round++) {
                String name = round == 0 ? "warm-up" : "round " + round;
                double bulk = open(name + ", without mails", enterprises.silent(cases, "Không thư"), false);
                double told = open(name + ", with mails", enterprises.small(cases, "Có thư"), false);
                double one = bare(name, bare, cases, 1);
                double four = bare(name, bare, cases, 4);
                LOG.warn(
                        "{}: bulk beside bare with 1 thread {} without mails, {} with; beside 4 threads {} and {}",
                        name,
                        ratio(bulk, one),
                        ratio(told, one),
                        ratio(bulk, four),
                        ratio(told, four));
            }
            assertThat(bare.openTasks()).isEqualTo(2L * cases * (ROUNDS + 1));
        }
    }

    @Test
    @Order(1)
    void memoryAndStatementsOverManyCases() throws Exception {
        open("many cases", new SampleEnterprises(jdbc).silent(CASES, "Rất nhiều"), true);
        statements
                .mostFrequent()
                .filter(statement -> statement.getValue() * 2 > CASES)
                .forEach(statement -> LOG.warn(
                        "  {} × {}",
                        rounded((double) statement.getValue() / CASES),
                        statement.getKey().replaceAll("\\s+", " ").strip()));
    }

    private static double bare(String name, BareEngine bare, int cases, int threads) throws InterruptedException {
        long cpu = cpu();
        double rate = bare.startRate(cases, threads);
        LOG.warn(
                "{}, bare engine, {} threads: {} cases/s, {} ms of this JVM's CPU time a case",
                name,
                threads,
                rounded(rate),
                rounded((cpu() - cpu) / 1e6 / cases));
        return rate;
    }

    /** Cases a second; waits until the mails are out, too. */
    private double open(String what, List<String> taxCodes, boolean heap) throws InterruptedException {
        int cases = taxCodes.size();
        StringBuilder heaps =
                new StringBuilder(heap ? "; heap after collection %d MB before".formatted(settledHeap()) : "");
        statements.clear();
        long cpu = cpu();
        BulkOpening bulk = people.as(
                "binhduong.officer1",
                () -> bulks.accept(new BulkOpeningRequest(taxCodes, null, "Cần quản lý sản xuất", null, null)));
        for (int percent : List.of(25, 50, 75, 100)) {
            bulk = reach(bulk, cases * percent / 100);
            if (heap) {
                heaps.append(", %d MB at %d %%".formatted(settledHeap(), percent));
            }
        }
        awaitMails();
        assertThat(bulk.opened()).isEqualTo(cases);
        LOG.warn(
                "{}: {} cases, {} cases/s, {} ms of this JVM's CPU time, {} statements, {} round trips a case{}",
                what,
                cases,
                bulk.casesPerSecond(),
                rounded((cpu() - cpu) / 1e6 / cases),
                rounded((double) statements.statements() / cases),
                rounded((double) statements.roundTrips() / cases),
                heaps);
        return bulk.casesPerSecond();
    }

    private void awaitMails() throws InterruptedException {
        while (runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey(NotificationModel.PROCESS)
                        .count()
                > 0) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private BulkOpening reach(BulkOpening bulk, int opened) throws InterruptedException {
        BulkOpening reached = bulk;
        while (reached.opened() < opened) {
            TimeUnit.MILLISECONDS.sleep(200);
            reached = people.as("binhduong.officer1", () -> bulks.find(bulk.id()));
        }
        return reached;
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** In MB. */
    private static long settledHeap() throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 20;
    }

    private static String ratio(double one, double other) {
        return "%.2f".formatted(one / other);
    }

    private static String rounded(double value) {
        return "%.1f".formatted(value);
    }
}
