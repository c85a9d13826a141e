package vn.lienket.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.document.SampleFiles;
import vn.lienket.support.Actor;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.EngineApi;
import vn.lienket.support.IntegrationTest;

/** What people and administrators do at the doors of the running product, as the trail tells it, and who may read it. */
@IntegrationTest
class AuditDoorsTest {

    @Autowired
    Cooperation cooperation;

    @Autowired
    DataSource dataSource;

    private Actor admin;
    private AgreementCase agreement;
    private String task;

    @BeforeEach
    void openAgreement() {
        admin = cooperation.as("admin");
        agreement = cooperation.agreement();
        task = agreement.task(AgreementModel.TASK_DRAFT, "binhduong");
    }

    @Test
    void tellsOnceThatACaseWasStartedByWhomAndFromWhere() {
        List<JsonNode> started = ofCase("case.started");

        assertThat(started).singleElement().satisfies(line -> {
            assertThat(line.path("words").asText()).isEqualTo("Mở hồ sơ");
            assertThat(line.path("actor").asText()).isEqualTo("binhduong.officer1");
            assertThat(line.path("organisation").asText()).isEqualTo("binhduong");
            assertThat(line.path("channel").asText()).isEqualTo("binhduong-tayninh");
            assertThat(line.path("address").asText()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
            assertThat(line.path("door").asText()).isEqualTo("POST /api/v1/agreements");
            assertThat(line.path("outcome").asText()).isEqualTo("DONE");
        });
    }

    @Test
    void tellsWhoClaimedAndCompletedATaskAndNothingOfACompletionThatWasUndone() {
        Actor officer = cooperation.as("binhduong.officer1");
        officer.post("/engine-rest/task/" + task + "/claim", Map.of("userId", "binhduong.officer1"))
                .expect(HttpStatus.NO_CONTENT);
        officer.complete(task, Map.of("draftDocumentId", UUID.randomUUID().toString()))
                .expectRefusal(HttpStatus.BAD_REQUEST);
        assertThat(ofCase("task.completed")).isEmpty();

        officer.complete(task, Map.of("generateDraft", true)).expect(HttpStatus.NO_CONTENT);

        assertThat(ofCase("task.claimed"))
                .singleElement()
                .satisfies(line -> assertThat(line.path("taskId").asText()).isEqualTo(task));
        assertThat(ofCase("task.completed")).singleElement().satisfies(line -> {
            assertThat(line.path("taskId").asText()).isEqualTo(task);
            assertThat(line.path("actor").asText()).isEqualTo("binhduong.officer1");
        });
    }

    @Test
    void tellsWhoseTaskItWasThatAnotherCompleted() {
        cooperation
                .as("binhduong.officer2")
                .post("/engine-rest/task/" + task + "/claim", Map.of("userId", "binhduong.officer2"))
                .expect(HttpStatus.NO_CONTENT);

        admin.complete(task, Map.of("generateDraft", true)).expect(HttpStatus.NO_CONTENT);

        assertThat(ofCase("task.completed")).singleElement().satisfies(line -> {
            assertThat(line.path("actor").asText()).isEqualTo("admin");
            assertThat(line.path("onBehalfOf").asText()).isEqualTo("binhduong.officer2");
        });
    }

    @Test
    void tellsOfARefusalAtEveryDoor() {
        cooperation
                .as("binhduong.clerk1")
                .complete(task, Map.of("generateDraft", true))
                .expect(HttpStatus.FORBIDDEN);
        cooperation.as("binhduong.clerk1").get("/api/v1/audit").expectRefusal(HttpStatus.FORBIDDEN);

        assertThat(lines("who=binhduong.clerk1", "request.refused"))
                .extracting(line -> line.path("door").asText())
                .contains("POST /engine-rest/task/" + task + "/complete", "GET /api/v1/audit");
    }

    @Test
    void tellsOfDocumentsThatCameAndWent() {
        Actor officer = cooperation.as("binhduong.officer2");
        String id = officer.uploaded("binhduong-tayninh", "a.pdf", SampleFiles.pdf("Dự thảo"));
        cooperation.as("tayninh.officer2").get("/api/v1/documents/" + id).expect(HttpStatus.OK);

        assertThat(lines("who=binhduong.officer2", "document.uploaded"))
                .anyMatch(line -> line.path("documentId").asText().equals(id));
        assertThat(lines("who=tayninh.officer2", "document.downloaded"))
                .anyMatch(line -> line.path("documentId").asText().equals(id)
                        && line.path("channel").asText().equals("binhduong-tayninh"));
    }

    @Test
    void tellsWhatAnAdministratorChanges() {
        EngineApi engine = new EngineApi(admin, "/engine-rest");
        String instance = "/process-instance/" + agreement.processInstanceId();
        engine.put(instance + "/suspended", Map.of("suspended", true)).expect(HttpStatus.NO_CONTENT);
        engine.put(instance + "/suspended", Map.of("suspended", false)).expect(HttpStatus.NO_CONTENT);
        engine.post("/task/" + task + "/assignee", Map.of("userId", "binhduong.officer2"))
                .expect(HttpStatus.NO_CONTENT);
        engine.put(
                        "/user/admin/profile",
                        Map.of("id", "admin", "firstName", "", "lastName", "Quản trị hệ thống", "email", ""))
                .expect(HttpStatus.NO_CONTENT);

        assertThat(ofCase("admin.suspension"))
                .hasSize(2)
                .allMatch(line -> line.path("actor").asText().equals("admin"));
        assertThat(ofCase("task.assigned"))
                .singleElement()
                .satisfies(
                        line -> assertThat(line.path("detail").asText()).contains("assignee:  → binhduong.officer2"));
        assertThat(lines("who=admin", "admin.user"))
                .extracting(line -> line.path("detail").asText())
                .anyMatch(detail -> detail.startsWith("User Update") && detail.contains("admin"))
                .noneMatch(detail -> detail.contains("mật khẩu"));
    }

    @Test
    void isReadByAdministratorsOnly() {
        for (String path : List.of("/api/v1/audit", "/api/v1/audit/head", "/admin/audit")) {
            assertThat(cooperation.anonymous().get(path).status()).as(path).isEqualTo(401);
            for (String user : List.of("binhduong.officer1", "binhduong.manager1", "binhduong.leader1")) {
                assertThat(cooperation.as(user).get(path).status()).as(path).isEqualTo(403);
            }
            admin.get(path).expect(HttpStatus.OK);
        }
    }

    @Test
    void isExportedAsCsvAndShownOnAPage() {
        Answer csv = admin.get("/api/v1/audit?case=" + agreement.code(), "Accept", "text/csv")
                .expect(HttpStatus.OK);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.body())
                .startsWith("\uFEFFsequence,happenedAt,act,words,outcome,actor")
                .contains("case.started,Mở hồ sơ,DONE,binhduong.officer1");

        Answer page = admin.open("/admin/audit?case=" + agreement.code()).expect(HttpStatus.OK);
        assertThat(page.body()).contains("Nhật ký kiểm toán", "Mở hồ sơ", agreement.code());
        assertThat(page.body()).doesNotContain("còn có thể sửa nhật ký");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void refusesAQuestionItCannotRead() {
        admin.get("/api/v1/audit?from=gestern").expectRefusal(HttpStatus.BAD_REQUEST);
        admin.get("/api/v1/audit?size=501").expectRefusal(HttpStatus.BAD_REQUEST);
        admin.get("/api/v1/audit?page=-1").expectRefusal(HttpStatus.BAD_REQUEST);
        assertThat(admin.get("/api/v1/audit?to=2020-01-01")
                        .expect(HttpStatus.OK)
                        .json()
                        .path("total")
                        .asLong())
                .isZero();
    }

    @Test
    void isSealedWithinSecondsAndProtected() {
        await().untilAsserted(() -> {
            JsonNode line = ofCase("case.started").get(0);
            assertThat(line.path("sequence").asLong()).isPositive();
            assertThat(line.path("hash").asText()).hasSize(64);
        });
        TrailHead head =
                TrailHead.of(admin.get("/api/v1/audit/head").text("head")).orElseThrow();

        assertThat(new TrailCheck(dataSource).check(Optional.of(head)).broken()).isEmpty();
        assertThat(new TrailProtection(dataSource).weakness()).isEmpty();
    }

    private List<JsonNode> ofCase(String act) {
        return lines("case=" + agreement.code(), act);
    }

    private List<JsonNode> lines(String query, String act) {
        JsonNode items = admin.get("/api/v1/audit?size=500&" + query)
                .expect(HttpStatus.OK)
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(line -> line.path("act").asText().equals(act))
                .toList();
    }
}
