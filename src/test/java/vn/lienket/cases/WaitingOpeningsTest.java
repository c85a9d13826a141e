package vn.lienket.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

/** Found was that one transaction which never ended held the number of the day, twenty openings waited for it, and nobody got in. */
@IntegrationTest
class WaitingOpeningsTest {

    private static final int OPENINGS = 25;

    @Autowired
    Cooperation cooperation;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private record Opening(Answer answer, Duration took) {}

    @Test
    void endSoonAndLeaveConnectionsToWhoReads() throws Exception {
        String code = cooperation.agreement().code();
        ExecutorService clerks = Executors.newFixedThreadPool(OPENINGS);
        List<CompletableFuture<Opening>> openings = new TransactionTemplate(transactions).execute(holding -> {
            jdbc.sql("update lienket.dossier_sequence set last = last where organisation_code = ?")
                    .param(code.substring(0, code.indexOf('-')))
                    .update();
            List<CompletableFuture<Opening>> begun = IntStream.range(0, OPENINGS)
                    .mapToObj(number -> CompletableFuture.supplyAsync(this::open, clerks))
                    .toList();
            await().atMost(Duration.ofSeconds(5)).until(() -> waiting() >= 10);

            for (int i = 0; i < 5; i++) {
                Instant asked = Instant.now();
                assertThat(cooperation
                                .as("binhduong.officer2")
                                .get("/api/v1/agreements/" + code)
                                .status())
                        .isEqualTo(200);
                assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(4));
            }
            CompletableFuture.allOf(begun.toArray(CompletableFuture[]::new)).join();
            return begun;
        });
        clerks.shutdown();

        assertThat(openings).extracting(CompletableFuture::join).allSatisfy(opening -> {
            assertThat(opening.answer().status()).isEqualTo(503);
            assertThat(opening.answer().body()).contains("Hãy thử lại");
            assertThat(opening.took()).isLessThan(Duration.ofSeconds(13));
        });
        cooperation.agreement();
    }

    private Opening open() {
        Instant begun = Instant.now();
        Answer answer = cooperation.as("binhduong.officer1").post("/api/v1/agreements", Cooperation.agreementFields());
        return new Opening(answer, Duration.between(begun, Instant.now()));
    }

    private int waiting() {
        return jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                .query(Integer.class)
                .single();
    }
}
