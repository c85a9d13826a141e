package vn.lienket.consulting.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
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
@EnabledIfSystemProperty(named = "lienket.benchmark", matches = "true")
class ConsultingBulkBenchmark {

    private static final int CASES = Integer.getInteger("lienket.benchmark.cases", 10_000);
    private static final int WARM_UP = 500;
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
    StatementCounter statements;

    @Autowired
    JdbcClient jdbc;

    @Test
    void bulkOpeningBesideTheBareEngine() throws Exception {
        SampleEnterprises enterprises = new SampleEnterprises(jdbc);
        open("warm-up", enterprises.silent(WARM_UP, "Khởi động"));
        double bulk = open("without mails", enterprises.silent(CASES, "Không thư"));
        double told = open("each enterprise is written to", enterprises.small(CASES / 10, "Có thư"));
        try (BareEngine bare = new BareEngine()) {
            bare.startRate(WARM_UP, 4);
            double one = bare.startRate(CASES / 5, 1);
            double four = bare.startRate(CASES / 5, 4);
            assertThat(bare.openTasks()).isEqualTo(WARM_UP + CASES / 5 * 2L);
            LOG.warn("bare engine: {} cases/s with 1 thread, {} with 4", rounded(one), rounded(four));
            LOG.warn(
                    "bulk : bare engine with 1 thread = {} without mails, {} with; with 4 threads {} and {}",
                    ratio(bulk, one),
                    ratio(told, one),
                    ratio(bulk, four),
                    ratio(told, four));
        }
    }

    private double open(String what, List<String> taxCodes) throws InterruptedException {
        long before = settledHeap();
        statements.clear();
        long begun = System.nanoTime();
        BulkOpening bulk = people.as(
                "binhduong.officer1",
                () -> bulks.accept(new BulkOpeningRequest(taxCodes, null, "Cần quản lý sản xuất", null, null)));
        StringBuilder heap = new StringBuilder("%d MB before".formatted(before >> 20));
        for (int percent : List.of(25, 50, 75, 100)) {
            bulk = reach(bulk, taxCodes.size() * percent / 100);
            heap.append(", %d MB at %d %%".formatted(settledHeap() >> 20, percent));
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        assertThat(bulk.opened()).isEqualTo(taxCodes.size());
        LOG.warn(
                "{}: {} cases in {} s, {} cases/s by its own account; heap after collection {}",
                what,
                bulk.opened(),
                rounded(seconds),
                bulk.casesPerSecond(),
                heap);
        report(statements, bulk.opened());
        return bulk.casesPerSecond();
    }

    private BulkOpening reach(BulkOpening bulk, int opened) throws InterruptedException {
        BulkOpening reached = bulk;
        while (reached.opened() < opened) {
            TimeUnit.MILLISECONDS.sleep(200);
            reached = people.as("binhduong.officer1", () -> bulks.find(bulk.id()));
        }
        return reached;
    }

    private static void report(StatementCounter statements, int cases) {
        LOG.warn(
                "a case: {} statements in {} round trips",
                rounded((double) statements.statements() / cases),
                rounded((double) statements.roundTrips() / cases));
        statements
                .mostFrequent()
                .filter(statement -> statement.getValue() * 2 > cases)
                .forEach(statement -> LOG.warn(
                        "  {} × {}",
                        rounded((double) statement.getValue() / cases),
                        statement.getKey().replaceAll("\\s+", " ").strip()));
    }

    private static long settledHeap() throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static String ratio(double one, double other) {
        return "%.2f".formatted(one / other);
    }

    private static String rounded(double value) {
        return "%.1f".formatted(value);
    }
}
