package vn.lienket.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.embedded.EmbeddedMailServer;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

/** Found was that four connections which never ended their greeting held all threads of the jobs, and no case went on. */
@IntegrationTest
class SlowMailServerTest {

    @Autowired
    Cooperation cooperation;

    @Autowired
    EmbeddedMailServer mailServer;

    @AfterEach
    void startAgain() {
        // the sender's ends of the conversations may still be about to close
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(mailServer::start);
    }

    @Test
    void delaysMailsAndNoCase() throws Exception {
        mailServer.stop();
        try (DrippingMailServer dripping = new DrippingMailServer(mailServer.port())) {
            List<AgreementCase> agreements = Stream.generate(cooperation::agreement)
                    .limit(8)
                    .map(AgreementCase::draft)
                    .toList();
            Instant begun = Instant.now();

            for (AgreementCase agreement : agreements) {
                agreement.review("binhduong", "approve", "");
                agreement.review("tayninh", "approve", "");
                // the end of the reviews is a job
                agreement.task(AgreementModel.TASK_APPROVE, "binhduong");
            }

            // sixteen mails and more, each of which holds its thread for a minute
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(50));
            assertThat(agreements)
                    .allSatisfy(agreement -> assertThat(agreement.mails()).isEmpty());
        }
    }
}
