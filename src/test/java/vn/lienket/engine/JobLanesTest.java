package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
    private JobLanes lanes;

    @BeforeEach
    void aMailServerThatThinks() {
        lanes = (JobLanes) configuration.getJobExecutor();
        usualPort = mailSender.getPort();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> count("select count(*) from act_ru_job where priority_ = -10") == 0);
        server = new ChoosyMailServer();
        server.think();
        mailSender.setPort(server.port());
    }

    @AfterEach
    void theUsualMailServer() {
        mailSender.setPort(usualPort);
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

        assertThat(sent(agreement)).isEqualTo(JobLane.MAIL.threads());
        assertThat(server.getReceivedMessages()).hasSize(JobLane.MAIL.threads());

        lanes.start();
        agreement.awaitDeliveries();
        assertThat(sent(agreement)).isEqualTo(queued(agreement)).isGreaterThan(JobLane.MAIL.threads());
        assertThat(server.getReceivedMessages()).hasSize(queued(agreement));
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

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
