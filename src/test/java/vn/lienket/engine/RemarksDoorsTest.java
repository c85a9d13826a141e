package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Cooperation;
import vn.lienket.support.Door;
import vn.lienket.support.EngineApi;
import vn.lienket.support.IntegrationTest;

/** Remarks are added and never changed, and files come in as documents only. */
@IntegrationTest
class RemarksDoorsTest {

    private static final String REMARK = "Điều 3 cần nói rõ thời hạn";

    @Autowired
    Cooperation cooperation;

    @Autowired
    JdbcClient jdbc;

    private AgreementCase agreement;
    private String task;

    @BeforeEach
    void openAgreement() {
        agreement = cooperation.agreement();
        task = "/task/" + agreement.task(AgreementModel.TASK_DRAFT, "binhduong");
    }

    @ParameterizedTest
    @EnumSource
    void aRemarkKeepsItsWordsAndItsWriter(Door door) {
        String id = door.as("binhduong.officer2", cooperation)
                .post(
                        task + "/comment/create",
                        Map.of("message", REMARK, "processInstanceId", agreement.processInstanceId()))
                .expect(HttpStatus.OK)
                .text("id");
        String instance = "/process-instance/" + agreement.processInstanceId();

        for (String user : List.of("binhduong.officer1", "binhduong.officer2", "binhduong.leader1", "admin")) {
            EngineApi person = door.as(user, cooperation);
            Map<String, String> other = Map.of("id", id, "message", "Đồng ý");
            person.put(task + "/comment", other).expectRefusal(HttpStatus.FORBIDDEN);
            person.put(instance + "/comment", other).expectRefusal(HttpStatus.FORBIDDEN);
            person.delete(task + "/comment/" + id).expectRefusal(HttpStatus.FORBIDDEN);
            person.delete(task + "/comment").expectRefusal(HttpStatus.FORBIDDEN);
            person.delete(instance + "/comment/" + id).expectRefusal(HttpStatus.FORBIDDEN);
            person.delete(instance + "/comment").expectRefusal(HttpStatus.FORBIDDEN);
        }
        JsonNode remark = door.as("binhduong.officer1", cooperation)
                .get(task + "/comment/" + id)
                .expect(HttpStatus.OK)
                .json();
        assertThat(remark.path("message").asText()).isEqualTo(REMARK);
        assertThat(remark.path("userId").asText()).isEqualTo("binhduong.officer2");
    }

    @ParameterizedTest
    @EnumSource
    void aManagerWatchesAndSaysNothing(Door door) {
        EngineApi manager = door.as("tayninh.manager1", cooperation);

        manager.post(task + "/comment/create", Map.of("message", REMARK)).expectRefusal(HttpStatus.FORBIDDEN);

        assertThat(manager.get(task + "/comment").expect(HttpStatus.OK).json()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noFileIsAttachedPastTheDocuments(Door door) {
        for (String user : List.of("binhduong.officer1", "admin")) {
            EngineApi person = door.as(user, cooperation);
            person.actor()
                    .upload(
                            person.root() + task + "/attachment/create",
                            Map.of(
                                    "attachment-name",
                                    "Xem",
                                    "attachment-type",
                                    "text/html",
                                    "content",
                                    "<script>alert(1)</script>"),
                            "",
                            new byte[0])
                    .expectRefusal(HttpStatus.FORBIDDEN);
            person.actor()
                    .upload(
                            person.root() + task + "/attachment/create",
                            Map.of("attachment-name", "Xem", "url", "javascript:alert(1)"),
                            "",
                            new byte[0])
                    .expectRefusal(HttpStatus.FORBIDDEN);
        }
        assertThat(door.as("admin", cooperation)
                        .get(task + "/attachment")
                        .expect(HttpStatus.OK)
                        .json())
                .isEmpty();
    }

    /** One that is there from before the rule. */
    @ParameterizedTest
    @EnumSource
    void attachmentsAndRemarksOfAnotherChannelAreNotToBeFoundById(Door door) {
        AgreementCase foreign = cooperation.agreement(Map.of("channel", "binhduong-qtsc"));
        String foreignTask = foreign.task(AgreementModel.TASK_DRAFT, "binhduong");
        String remark = door.as("binhduong.officer1", cooperation)
                .post("/task/" + foreignTask + "/comment/create", Map.of("message", REMARK))
                .expect(HttpStatus.OK)
                .text("id");
        String attachment = attachment(foreignTask);
        EngineApi partner = door.as("qtsc.officer1", cooperation);
        EngineApi stranger = door.as("tayninh.officer1", cooperation);

        for (String path : List.of("/comment", "/comment/" + remark, "/attachment", "/attachment/" + attachment)) {
            partner.get("/task/" + foreignTask + path).expect(HttpStatus.OK);
            stranger.get("/task/" + foreignTask + path).expectRefusal(HttpStatus.NOT_FOUND);
        }
        stranger.get("/task/" + foreignTask + "/attachment/" + attachment + "/data")
                .expect(HttpStatus.NOT_FOUND);
        assertThat(stranger.delete("/task/" + foreignTask + "/attachment/" + attachment)
                        .status())
                .isIn(403, 404);
        partner.delete("/task/" + foreignTask + "/attachment/" + attachment).expectRefusal(HttpStatus.FORBIDDEN);
        stranger.get("/process-instance/" + foreign.processInstanceId() + "/comment")
                .expectRefusal(HttpStatus.NOT_FOUND);
        stranger.post("/task/" + foreignTask + "/comment/create", Map.of("message", "Xen vào"))
                .expectRefusal(HttpStatus.NOT_FOUND);
        // his own task does not lead to it either
        stranger.get(task + "/attachment/" + attachment).expect(HttpStatus.NOT_FOUND);
        stranger.get(task + "/comment/" + remark).expect(HttpStatus.NOT_FOUND);
    }

    private String attachment(String taskId) {
        return jdbc.sql("""
                        insert into act_hi_attachment (id_, rev_, name_, type_, task_id_, url_)
                        values ('attachment-' || gen_random_uuid(), 1, 'Xem', 'url', ?, 'https://example.vn') returning id_""").param(taskId).query(String.class).single();
    }
}
