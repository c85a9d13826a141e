package vn.lienket.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.flywaydb.core.Flyway;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.cases.process.KeptVariables;
import vn.lienket.party.Groups;
import vn.lienket.support.TestPostgres;

/**
 * The modules notification and assignment on the real engine with its real listeners, PostgreSQL and an SMTP server. No job runs by
 * itself. {@code CaseProcess} is a case of one task for the legal people of {@code binhduong}.
 */
@TestConfiguration
@Import({Cases.class, Groups.class})
@EnableTransactionManagement(proxyTargetClass = true)
@ConfigurationPropertiesScan({
    "vn.lienket.notification",
    "vn.lienket.assignment",
    "vn.lienket.calendar",
    "vn.lienket.content",
    "vn.lienket.document"
})
@ComponentScan({
    "vn.lienket.notification",
    "vn.lienket.assignment",
    "vn.lienket.calendar",
    "vn.lienket.cases",
    "vn.lienket.content"
})
@ComponentScan(
        basePackages = {"vn.lienket.privacy", "vn.lienket.database"},
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.(StoredTexts|DatabaseProblems)"))
@ComponentScan(
        basePackages = "vn.lienket.party",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                ".*\\.(Absences|AbsenceStore|DirectoryImport|DirectoryStore|Substitutes|Successions)"))
@ComponentScan(
        basePackages = "vn.lienket.document",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.(Documents|DocumentRepository)"))
@ComponentScan(
        basePackages = "vn.lienket.engine",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                ".*\\.(EnginePlugin|TaskEventPublisher|ChannelTenantIdProvider|EngineCurrentUser|OnBehalf|ProductWork|TaskSupervision)"))
public class CaseEngine {

    static {
        LoggingSystem.get(CaseEngine.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }

    @Bean
    KeptVariables keptVariables() {
        return new KeptVariables(Set.of(), Set.of());
    }

    @Bean
    EmbeddedPostgres postgres() throws IOException {
        return TestPostgres.start();
    }

    @Bean
    DataSource dataSource(EmbeddedPostgres postgres) {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("lienket")
                .defaultSchema("lienket")
                .load()
                .migrate();
        return dataSource;
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource dataSource) {
        return new JdbcTemplate(dataSource);
    }

    @Bean
    SettableClock clock() {
        return new SettableClock();
    }

    @Bean
    TwoDepartments parties() {
        return new TwoDepartments();
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    GreenMail mailServer() {
        return new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    @Bean
    JavaMailSenderImpl mailSender(GreenMail mailServer) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(mailServer.getSmtp().getPort());
        return sender;
    }

    @Bean
    ProcessEngineFactoryBean processEngine(
            ApplicationContext context,
            DataSource dataSource,
            PlatformTransactionManager transactionManager,
            ProcessEnginePlugin enginePlugin) {
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setProcessEngineName("caseEngine");
        configuration.setApplicationContext(context);
        configuration.setDataSource(dataSource);
        configuration.setTransactionManager(transactionManager);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.setHistoryTimeToLive("P10D");
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>());
        configuration.setProcessEnginePlugins(List.of(enginePlugin));
        ProcessEngineFactoryBean factory = new ProcessEngineFactoryBean();
        factory.setProcessEngineConfiguration(configuration);
        return factory;
    }

    @Bean
    RuntimeService runtimeService(ProcessEngine engine) {
        return engine.getRuntimeService();
    }

    @Bean
    TaskService taskService(ProcessEngine engine) {
        return engine.getTaskService();
    }

    @Bean
    IdentityService identityService(ProcessEngine engine) {
        return engine.getIdentityService();
    }

    @Bean
    ManagementService managementService(ProcessEngine engine) {
        return engine.getManagementService();
    }

    @Bean
    HistoryService historyService(ProcessEngine engine) {
        return engine.getHistoryService();
    }

    @Bean
    RepositoryService repositoryService(ProcessEngine engine) {
        RepositoryService repositoryService = engine.getRepositoryService();
        repositoryService
                .createDeployment()
                .addClasspathResource("bpmn/notification/notification-delivery.bpmn")
                .addClasspathResource("bpmn/assignment/sla-watch.bpmn")
                .addModelInstance(
                        "case.bpmn",
                        Bpmn.createExecutableProcess("CaseProcess")
                                .startEvent()
                                .userTask(AgreementModel.TASK_REVIEW)
                                .name("Rà soát dự thảo")
                                .camundaCandidateGroups("binhduong-legal")
                                .camundaAssignee("${assignee}")
                                .camundaDueDate("${due}")
                                .endEvent()
                                .done())
                .deploy();
        return repositoryService;
    }
}
