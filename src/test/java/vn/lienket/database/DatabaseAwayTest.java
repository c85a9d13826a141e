package vn.lienket.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.SecondApplication;
import vn.lienket.support.Session;

/** A database that has stopped answering, without closing a connection. */
@ExtendWith(SecondApplication.class)
@DirtiesContext
@IntegrationTest
@TestPropertySource(properties = "camunda.bpm.process-engine-name=databaseAway")
class DatabaseAwayTest {

    @Autowired
    Cooperation cooperation;

    @Autowired
    JdbcClient jdbc;

    private List<Long> stopped = List.of();

    @AfterEach
    void goOn() throws Exception {
        signal("CONT");
    }

    @Test
    void isABusySystemAtEveryDoorAndGoesOnAfterwards() throws Exception {
        assertThat(cooperation
                        .as("binhduong.officer1")
                        .get("/api/v1/agreements")
                        .status())
                .isEqualTo(200);
        Session signedIn = cooperation.session("binhduong.officer1");
        ProcessHandle server = ProcessHandle.of(
                        jdbc.sql("select pg_backend_pid()").query(Long.class).single())
                .flatMap(ProcessHandle::parent)
                .orElseThrow();
        stopped = Stream.concat(Stream.of(server), server.descendants())
                .map(ProcessHandle::pid)
                .toList();
        signal("STOP");

        for (String door : List.of("/api/v1/agreements", "/engine-rest/task?maxResults=5", "/cases/library")) {
            Instant begun = Instant.now();
            Answer answer = cooperation.as("binhduong.officer1").get(door);
            assertThat(answer.status()).as("%s %s", door, answer.body()).isEqualTo(503);
            assertThat(answer.body()).as(door).contains("Hãy thử lại");
            // one that had a connection in its hands waits for that first
            assertThat(Duration.between(begun, Instant.now())).as(door).isLessThan(Duration.ofSeconds(20));
        }
        for (String door :
                List.of("/api/v1/agreements", "/camunda/api/engine/engine/default/task?maxResults=5", "/cases")) {
            Instant begun = Instant.now();
            Answer answer = signedIn.get(door);
            assertThat(answer.status()).as("%s %s", door, answer.body()).isEqualTo(503);
            assertThat(answer.body()).as(door).contains("Hãy thử lại");
            assertThat(Duration.between(begun, Instant.now())).as(door).isLessThan(Duration.ofSeconds(20));
        }
        assertThat(cooperation.anonymous().get("/actuator/health/readiness").status())
                .isEqualTo(503);
        assertThat(cooperation.anonymous().get("/actuator/health/liveness").status())
                .isEqualTo(200);

        signal("CONT");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(cooperation
                                .as("binhduong.officer1")
                                .get("/api/v1/agreements")
                                .status())
                        .isEqualTo(200));
        assertThat(signedIn.get("/api/v1/agreements").status()).isEqualTo(200);
        assertThat(cooperation.anonymous().get("/actuator/health/readiness").status())
                .isEqualTo(200);
    }

    private void signal(String name) throws Exception {
        for (Long process : stopped) {
            new ProcessBuilder("kill", "-" + name, process.toString()).start().waitFor();
        }
    }
}
