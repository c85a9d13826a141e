package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.cases.process.CaseModel;
import vn.lienket.support.Actor;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.Door;
import vn.lienket.support.EngineApi;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.Session;

/** What people of another channel find of a case, at every door: nothing. The partner's manager finds it at the same addresses. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChannelDoorsTest {

    private static final String TITLE = "Thỏa thuận không dành cho kênh khác";

    private static final List<String> STRANGERS = List.of("qtsc.officer1", "qtsc.leader1", "qtsc.manager1");

    /** Lists, by the instance. */
    private static final List<String> LISTS = List.of(
            "/task?processInstanceId=%s",
            "/execution?processInstanceId=%s",
            "/process-instance?processInstanceIds=%s",
            "/variable-instance?processInstanceIdIn=%s",
            "/event-subscription?processInstanceId=%s",
            "/history/process-instance?processInstanceId=%s",
            "/history/task?processInstanceId=%s",
            "/history/activity-instance?processInstanceId=%s",
            "/history/variable-instance?processInstanceId=%s",
            "/history/detail?processInstanceId=%s");

    /** What there need not be: compared only with what strangers get. */
    private static final List<String> FURTHER_LISTS = List.of(
            "/job?processInstanceId=%s",
            "/incident?processInstanceId=%s",
            "/history/job-log?processInstanceId=%s",
            "/history/incident?processInstanceId=%s",
            "/history/user-operation?processInstanceId=%s");

    private static final List<String> OF_TASK = List.of(
            "/task/%s",
            "/task/%s/variables",
            "/task/%s/localVariables",
            "/task/%s/form",
            "/task/%s/form-variables",
            "/task/%s/deployed-form",
            "/task/%s/identity-links",
            "/task/%s/comment",
            "/task/%s/attachment");

    private static final List<String> ON_TASK = List.of(
            "/task/%s/claim",
            "/task/%s/unclaim",
            "/task/%s/complete",
            "/task/%s/resolve",
            "/task/%s/submit-form",
            "/task/%s/assignee",
            "/task/%s/delegate",
            "/task/%s/comment/create");
    private static final Map<String, Object> ACT = Map.of("userId", "qtsc.officer1", "message", "Xen vào");

    private static final List<String> OF_INSTANCE = List.of(
            "/process-instance/%s",
            "/process-instance/%s/variables",
            "/process-instance/%s/variables/caseCode",
            "/process-instance/%s/activity-instances",
            "/process-instance/%s/comment",
            "/execution/%s",
            "/execution/%s/localVariables",
            "/history/process-instance/%s");

    @Autowired
    Cooperation cooperation;

    private AgreementCase agreement;
    private AgreementCase withdrawn;
    private String task;

    @BeforeAll
    void openAgreements() {
        agreement = cooperation.agreement(Map.of("title", TITLE)).draft();
        task = agreement.task(AgreementModel.TASK_REVIEW, "tayninh");
        cooperation
                .as("tayninh.legal1")
                .post("/engine-rest/task/" + task + "/comment/create", Map.of("message", TITLE))
                .expect(HttpStatus.OK);
        withdrawn = cooperation.agreement(Map.of("title", TITLE));
        cooperation
                .as("binhduong.officer1")
                .post(
                        "/api/v1/agreements/" + withdrawn.code() + "/withdrawal",
                        Map.of("withdrawalReason", "Chuyển sang kênh khác"))
                .expect(HttpStatus.NO_CONTENT);
    }

    @ParameterizedTest
    @EnumSource
    void showTheCaseToThePartner(Door door) {
        EngineApi partner = door.as("tayninh.manager1", cooperation);

        for (String list : LISTS) {
            assertThat(partner.get(list.formatted(agreement.processInstanceId()))
                            .expect(HttpStatus.OK)
                            .json())
                    .as(list)
                    .isNotEmpty();
        }
        OF_TASK.forEach(path -> partner.get(path.formatted(task)).expect(HttpStatus.OK));
        OF_INSTANCE.forEach(path ->
                partner.get(path.formatted(agreement.processInstanceId())).expect(HttpStatus.OK));
    }

    @ParameterizedTest
    @EnumSource
    void listNothingOfItForStrangers(Door door) {
        for (String stranger : STRANGERS) {
            EngineApi person = door.as(stranger, cooperation);
            for (String list : both(LISTS, FURTHER_LISTS)) {
                for (AgreementCase hidden : List.of(agreement, withdrawn)) {
                    assertNothing(person.get(list.formatted(hidden.processInstanceId())), list);
                    String count = list.replace("?", "/count?").formatted(hidden.processInstanceId());
                    Answer counted = person.get(count);
                    if (counted.status() != 404) {
                        assertThat(counted.expect(HttpStatus.OK)
                                        .json()
                                        .path("count")
                                        .asInt())
                                .as(count)
                                .isZero();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void answerStrangersAsIfThereWereNoSuchCase(Door door) {
        for (String stranger : STRANGERS) {
            EngineApi person = door.as(stranger, cooperation);
            OF_TASK.forEach(path -> assertHidden(person::get, path, task));
            for (AgreementCase hidden : List.of(agreement, withdrawn)) {
                OF_INSTANCE.forEach(path -> assertHidden(person::get, path, hidden.processInstanceId()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void answerStrangersWhoActOnItAsIfThereWereNoSuchTask(Door door) {
        for (String stranger : STRANGERS) {
            EngineApi person = door.as(stranger, cooperation);
            ON_TASK.forEach(path -> assertHidden(address -> person.post(address, ACT), path, task));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "process-definition/key/" + AgreementModel.SIGNING_PROCESS + "/process-instances",
                "process-instance/%s/called-process-instances",
                "incident?processInstanceIdIn=%s"
            })
    void hideTheCaseInCockpit(String path) {
        for (String user : List.of("qtsc.manager1", "qtsc.officer1")) {
            Session browser = cooperation.browser();
            browser.signIn(user, "lienket", "tasklist").expect(HttpStatus.OK);
            Answer answer = browser.get(
                    "/camunda/api/cockpit/plugin/base/default/" + path.formatted(agreement.processInstanceId()));

            assertThat(answer.body()).doesNotContain(agreement.code()).doesNotContain(TITLE);
        }
    }

    @Test
    void hideTheAgreementAndItsDocuments() {
        String document = agreement.view().at("/documents/0/id").asText();
        Actor partner = cooperation.as("tayninh.expert1");
        partner.get("/api/v1/agreements/" + agreement.code()).expect(HttpStatus.OK);
        partner.get("/api/v1/documents/" + document).expect(HttpStatus.OK);

        for (String stranger : STRANGERS) {
            Actor person = cooperation.as(stranger);
            person.get("/api/v1/agreements/" + agreement.code()).expectRefusal(HttpStatus.NOT_FOUND);
            person.get("/api/v1/documents/" + document).expectRefusal(HttpStatus.NOT_FOUND);
            person.post("/api/v1/agreements/" + agreement.code() + "/withdrawal", Map.of("withdrawalReason", "Thử"))
                    .expectRefusal(HttpStatus.NOT_FOUND);
            assertThat(person.get("/api/v1/agreements?size=200")
                            .expect(HttpStatus.OK)
                            .body())
                    .doesNotContain(agreement.code())
                    .doesNotContain(TITLE);
            assertThat(person.upload("binhduong-tayninh", "a.pdf", "%PDF-1.4\n".getBytes())
                            .status())
                    .isIn(403, 404);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refuseStrangersToActOnIt(Door door) {
        JsonNode before = agreement.view();
        EngineApi stranger = door.as("qtsc.officer1", cooperation);

        stranger.post("/task/" + task + "/comment/create", Map.of("message", "Xen vào"))
                .expectRefusal(HttpStatus.NOT_FOUND);
        stranger.post("/task/" + task + "/comment;a=b/create", Map.of("message", "Xen vào"))
                .expectRefusal(HttpStatus.BAD_REQUEST);
        assertThat(stranger.post(
                                "/message",
                                Map.of(
                                        "messageName",
                                        CaseModel.MESSAGE_WITHDRAWN,
                                        "businessKey",
                                        agreement.code(),
                                        "processVariables",
                                        Map.of("withdrawalReason", Map.of("value", "Thử"))))
                        .status())
                .isIn(400, 403, 404);
        assertThat(agreement.view()).isEqualTo(before);
    }

    private static List<String> both(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static void assertNothing(Answer answer, String path) {
        assertThat(answer.expect(HttpStatus.OK).json()).as(path).isEmpty();
    }

    private static void assertHidden(Function<String, Answer> door, String path, String id) {
        Answer hidden = door.apply(path.formatted(id));
        Answer unknown = door.apply(path.formatted(UUID.randomUUID()));
        assertThat(hidden.status()).as(path + hidden.body()).isIn(403, 404, 409);
        assertThat(hidden.status()).as(path).isEqualTo(unknown.status());
        assertThat(hidden.body()).as(path).isEqualTo(unknown.body());
    }
}
