package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.ChoosyMailServer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

@IntegrationTest
class JobLanesTest {

    /** For how long the sender waits for a word of the server, in milliseconds. */
    private static final String PATIENCE = "mail.smtp.timeout";

    @Autowired
    Cooperation cooperation;

    @Autowired
    ProcessEngineConfigurationImpl configuration;

    @Autowired
    JavaMailSenderImpl mailSender;

    @Autowired
    JdbcClient jdbc;

    private ChoosyMailServer server;
    private int usualPort;
    private String usualPatience;
    private JobLanes lanes;

    @BeforeEach
    void aMailServerThatThinks() {
        lanes = (JobLanes) configuration.getJobExecutor();
        usualPort = mailSender.getPort();
        usualPatience = mailSender.getJavaMailProperties().getProperty(PATIENCE);
        mailSender.getJavaMailProperties().setProperty(PATIENCE, "50000");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> jdbc.sql("""
                                select count(*) from act_ru_job
                                where priority_ = -10 and retries_ > 0 and (duedate_ is null or duedate_ <= localtimestamp)""").query(Integer.class).single() == 0);
        server = new ChoosyMailServer();
        server.think();
        mailSender.setPort(server.port());
    }

    @AfterEach
    void theUsualMailServer() {
        mailSender.setPort(usualPort);
        mailSender.getJavaMailProperties().setProperty(PATIENCE, usualPatience);
        server.close();
        lanes.start();
    }

    @Test
    void stopWhenTheMailsUnderWayAreSentAndBeginNoOther() throws Exception {
        // two mails of the draft, four of the reviews: more than the lane has threads
        AgreementCase agreement = cooperation.agreement().draft();
        server.awaitMails(JobLane.MAIL.threads());

        CompletableFuture<Void> stop = CompletableFuture.runAsync(lanes::stop);
        TimeUnit.SECONDS.sleep(1);
        assertThat(stop).isNotDone();
        server.answer();
        stop.get(30, TimeUnit.SECONDS);

        assertThat(server.getReceivedMessages()).hasSize(JobLane.MAIL.threads());
        assertThat(sent(agreement)).isBetween(1, JobLane.MAIL.threads());

        lanes.start();
        agreement.awaitDeliveries();
        assertThat(sent(agreement)).isEqualTo(queued(agreement)).isGreaterThan(JobLane.MAIL.threads());
        assertThat(server.getReceivedMessages())
                .extracting(MimeMessage::getMessageID)
                .doesNotHaveDuplicates();
    }

    private int sent(AgreementCase agreement) {
        return count("select count(*) from lienket.message where case_code = ? and sent_at is not null", agreement);
    }

    private int queued(AgreementCase agreement) {
        return count("select count(*) from lienket.message where case_code = ?", agreement);
    }

    private int count(String sql, AgreementCase agreement) {
        return jdbc.sql(sql).param(agreement.code()).query(Integer.class).single();
    }
}
