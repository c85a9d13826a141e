package vn.lienket.consulting.process;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import vn.lienket.consulting.CaseFacts;

/**
 * Camunda alone with the consulting model and its decision tables, on a durable PostgreSQL and with full history: its tasks do
 * nothing, its questions have constant answers. What the application adds is left out.
 */
final class BareEngine implements AutoCloseable {

    private static final Path MODELS = Path.of("bpmn/consulting");
    private static final Pattern TASK = Pattern.compile("\\$\\{consultingTasks\\.\\w+\\(\\w+\\)}");

    private final EmbeddedPostgres postgres;
    private final HikariDataSource dataSource;
    private final ProcessEngine engine;
    private final AtomicInteger cases = new AtomicInteger();

    BareEngine() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        String model = TASK.matcher(Files.readString(MODELS.resolve("sme-consulting.bpmn")))
                .replaceAll(Matcher.quoteReplacement("${true}"));
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(dataSource);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(false);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setBeans(
                Map.of("consultingFacts", new Facts(), "deadlines", new Deadlines(), "terms", new Terms()));
        engine = configuration.buildProcessEngine();
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        deployment.addString("sme-consulting.bpmn", model);
        try (Stream<Path> tables = Files.list(MODELS)) {
            for (Path table :
                    tables.filter(file -> file.toString().endsWith(".dmn")).toList()) {
                deployment.addString(table.getFileName().toString(), Files.readString(table));
            }
        }
        deployment.deploy();
    }

    /** Cases started a second, each in a transaction of its own, up to the officer's task. */
    double startRate(int count, int threads) throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            executor.execute(this::start);
        }
        executor.shutdown();
        if (!executor.awaitTermination(30, TimeUnit.MINUTES)) {
            throw new IllegalStateException("too slow");
        }
        return count / ((System.nanoTime() - begun) / 1e9);
    }

    long openTasks() {
        return engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(ConsultingModel.TASK_VERIFY)
                .count();
    }

    @Override
    public void close() throws IOException {
        engine.close();
        dataSource.close();
        postgres.close();
    }

    /** With the variables that a case opened by the application has. */
    private void start() {
        String caseCode = "H09-261123-%05d".formatted(cases.incrementAndGet());
        engine.getRuntimeService()
                .createProcessInstanceByKey(ConsultingModel.PROCESS)
                .businessKey(caseCode)
                .setVariables(Map.of(
                        "taxCode", "3700123456",
                        "need", "Cần quản lý sản xuất",
                        "needCategory", "other",
                        "channel", "binhduong-qtsc",
                        "quiet", true,
                        "leadOrganisation", "binhduong",
                        "caseCode", caseCode,
                        "caseTitle", "Tư vấn chuyển đổi số cho Công ty TNHH Cơ khí Thuận An",
                        "caseStatus", 1,
                        "enterpriseSize", "small"))
                .execute();
    }

    /** Answers what the model asks until the officer's task is there. */
    public static final class Facts {

        private static final CaseFacts FACTS = new CaseFacts(
                "industry-construction", 45, 30_000_000_000L, 12_000_000_000L, null, "other", null, false, 5);

        public CaseFacts of(String caseCode) {
            return FACTS;
        }

        public String today() {
            return LocalDate.now().toString();
        }

        public int verificationDays(String caseCode) {
            return FACTS.verificationDays();
        }
    }

    /** As long for every task. */
    public static final class Terms {

        public int days(String term) {
            return 5;
        }
    }

    /** The same day for every task. */
    public static final class Deadlines {

        public Date inWorkingDays(String organisation, int days) {
            return new Date();
        }
    }
}
