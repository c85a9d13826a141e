package vn.lienket.repair.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Answer;
import vn.lienket.support.ConsultingJourney;
import vn.lienket.support.Cooperation;
import vn.lienket.support.EarlierConsulting;
import vn.lienket.support.IntegrationTest;

/** An administrator has running cases go on by another version of their process, or at another step. */
@IntegrationTest
class RepairTest {

    private static final String OFFICER = "binhduong.officer1";
    private static final String REASON = "Mô hình cũ thiếu bước vào sổ";

    @Autowired
    Cooperation cooperation;

    @Autowired
    EarlierConsulting earlier;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void leaveTheModelsAsTheyWere() {
        earlier.forget();
    }

    @Test
    void casesOfAnEarlierModelGoOnByTodaysOneAfterWhatWouldHappenHasBeenSeen() throws IOException {
        ProcessDefinition today = earlier.latest();
        String from = earlier.deploy().getId();
        ConsultingJourney journey = cooperation.consulting();
        ConsultingJourney other = cooperation.consulting();
        int mails = mails(journey.code());

        JsonNode seen = migrate(from, today.getId(), List.of(journey.code()), true, null)
                .expect(HttpStatus.OK)
                .json();
        assertThat(seen.at("/items/0/outcome").asText()).isEqualTo("READY");
        assertThat(seen.at("/items/0/caseCode").asText()).isEqualTo(journey.code());
        assertThat(seen.at("/items/0/now")).isNotEmpty().isEqualTo(seen.at("/items/0/then"));
        assertThat(seen.path("remaining").asLong()).isOne();
        assertThat(definition(journey)).isEqualTo(from);
        assertThat(mails(journey.code())).isEqualTo(mails);
        assertThat(repairs(journey.code())).isEmpty();

        assertThat(migrate(from, today.getId(), List.of(journey.code()), false, " ")
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .body())
                .contains("reason");
        assertThat(definition(journey)).isEqualTo(from);

        JsonNode done = migrate(from, today.getId(), List.of("none", journey.code()), false, REASON)
                .expect(HttpStatus.OK)
                .json();
        assertThat(done.findValuesAsText("outcome")).containsExactly("FAILED", "DONE");
        assertThat(definition(journey)).isEqualTo(today.getId());
        assertThat(definition(other)).isEqualTo(from);
        assertThat(repairs(journey.code())).singleElement().satisfies(entry -> {
            assertThat(entry.path("by").asText()).isEqualTo("admin");
            assertThat(entry.path("detail").asText()).endsWith("Lý do: " + REASON);
        });

        JsonNode again = migrate(from, today.getId(), List.of(journey.code()), false, REASON)
                .json();
        assertThat(again.at("/items/0/outcome").asText()).isEqualTo("UNCHANGED");
        assertThat(repairs(journey.code())).hasSize(1);
        assertThat(migrate(from, today.getId(), null, false, REASON).json().findValuesAsText("caseCode"))
                .containsExactly(other.code());
        assertThat(definition(other)).isEqualTo(today.getId());
        journey.complete(OFFICER, ConsultingModel.TASK_VERIFY, Map.of("verificationDecision", "accept"))
                .expect(HttpStatus.NO_CONTENT);
    }

    @Test
    void aCaseGoesOnAtAnotherStepWithAWarningAndComesBack() {
        ConsultingJourney journey = cooperation.consulting();
        int mails = mails(journey.code());

        JsonNode seen = move(journey.code(), ConsultingModel.TASK_VERIFY, ConsultingModel.TASK_CLOSE, true, null)
                .expect(HttpStatus.OK)
                .json();
        assertThat(seen.at("/items/0/detail").asText("")).isIn("", "null");
        assertThat(seen.at("/items/0/outcome").asText()).isEqualTo("READY");
        assertThat(seen.at("/items/0/warnings/0").asText()).startsWith("Trạng thái hồ sơ vẫn là");
        assertThat(journey.openTaskKeys()).containsExactly(ConsultingModel.TASK_VERIFY);
        assertThat(mails(journey.code())).isEqualTo(mails);

        move(journey.code(), ConsultingModel.TASK_VERIFY, ConsultingModel.TASK_CLOSE, false, null)
                .expectRefusal(HttpStatus.BAD_REQUEST);
        move(journey.code(), ConsultingModel.TASK_VERIFY, "none", false, REASON).expectRefusal(HttpStatus.BAD_REQUEST);
        move("none", ConsultingModel.TASK_VERIFY, ConsultingModel.TASK_CLOSE, false, REASON)
                .expectRefusal(HttpStatus.NOT_FOUND);
        JsonNode done = move(journey.code(), ConsultingModel.TASK_VERIFY, ConsultingModel.TASK_CLOSE, false, REASON)
                .json();
        assertThat(done.at("/items/0/outcome").asText()).isEqualTo("DONE");
        assertThat(journey.openTaskKeys()).containsExactly(ConsultingModel.TASK_CLOSE);
        assertThat(move(journey.code(), ConsultingModel.TASK_VERIFY, ConsultingModel.TASK_CLOSE, false, REASON)
                        .json()
                        .at("/items/0/outcome")
                        .asText())
                .isEqualTo("UNCHANGED");
        assertThat(repairs(journey.code())).hasSize(1);

        move(journey.code(), ConsultingModel.TASK_CLOSE, ConsultingModel.TASK_VERIFY, false, "Trả lại đúng bước")
                .expect(HttpStatus.OK);
        journey.complete(OFFICER, ConsultingModel.TASK_VERIFY, Map.of("verificationDecision", "accept"))
                .expect(HttpStatus.NO_CONTENT);
    }

    @Test
    void onlyStepsThatATokenCanBePutOnAreOfferedAndOthersAreRefused() {
        AgreementCase agreement = cooperation.agreement();

        JsonNode found = cooperation
                .as("admin")
                .get("/api/v1/repairs/cases/" + agreement.code())
                .expect(HttpStatus.OK)
                .json();
        assertThat(found.path("steps").findValuesAsText("id"))
                .contains(AgreementModel.TASK_REVIEW, AgreementModel.TASK_REVISE)
                .doesNotContain(AgreementModel.TASK_WITHDRAW);
        assertThat(found.path("steps").findValuesAsText("name")).doesNotContain("Rút hồ sơ");
        assertThat(move(agreement.code(), AgreementModel.TASK_DRAFT, AgreementModel.TASK_WITHDRAW, true, REASON)
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .text("detail"))
                .startsWith("Bước mới: không chuyển thẳng vào “");
        move(agreement.code(), AgreementModel.TASK_DRAFT, AgreementModel.END_IN_FORCE, true, REASON)
                .expectRefusal(HttpStatus.BAD_REQUEST);
        assertThat(agreement.openTaskKeys()).containsExactly(AgreementModel.TASK_DRAFT);
    }

    @Test
    void aStepOfEveryPartyBeginsAndEndsForAllOfThem() {
        AgreementCase agreement = cooperation.agreement();

        JsonNode done = move(agreement.code(), AgreementModel.TASK_DRAFT, AgreementModel.TASK_REVIEW, false, REASON)
                .expect(HttpStatus.OK)
                .json();
        assertThat(done.at("/items/0/outcome").asText()).isEqualTo("DONE");
        assertThat(agreement.openTaskKeys())
                .hasSameSizeAs(agreement.parties())
                .containsOnly(AgreementModel.TASK_REVIEW);

        move(agreement.code(), AgreementModel.TASK_REVIEW, AgreementModel.TASK_DRAFT, false, REASON)
                .expect(HttpStatus.OK);
        assertThat(agreement.openTaskKeys()).containsExactly(AgreementModel.TASK_DRAFT);
        agreement.draft();
        assertThat(agreement.openTaskKeys()).containsOnly(AgreementModel.TASK_REVIEW);
    }

    @Test
    void aTechnicalFailureIsToldWithoutTheWordsOfTheMachine() {
        AgreementCase agreement = cooperation.agreement();
        String lead = runtimeService
                .getVariable(agreement.processInstanceId(), "leadOrganisation")
                .toString();
        runtimeService.removeVariable(agreement.processInstanceId(), "leadOrganisation");

        JsonNode seen = move(agreement.code(), AgreementModel.TASK_DRAFT, AgreementModel.TASK_REVISE, true, null)
                .expect(HttpStatus.OK)
                .json();
        assertThat(seen.at("/items/0/outcome").asText()).isEqualTo("BLOCKED");
        assertThat(seen.at("/items/0/detail").asText())
                .isEqualTo("Không làm được vì lỗi kỹ thuật; chi tiết ở nhật ký của máy chủ.");
        runtimeService.setVariable(agreement.processInstanceId(), "leadOrganisation", lead);
    }

    @Test
    void onlyAdministratorsRepair() {
        for (String who : List.of(OFFICER, "binhduong.manager1", "binhduong.leader1")) {
            assertThat(Stream.of(
                            cooperation.as(who).get("/api/v1/repairs/processes"),
                            cooperation.as(who).get("/api/v1/repairs/cases/none"),
                            cooperation
                                    .as(who)
                                    .post("/api/v1/repairs/migrations", Map.of("from", "a", "to", "b", "dryRun", true)),
                            cooperation
                                    .as(who)
                                    .post(
                                            "/api/v1/repairs/moves",
                                            Map.of("caseCode", "a", "from", "a", "to", "b", "dryRun", true))))
                    .as(who)
                    .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(403));
        }
    }

    private Answer migrate(String from, String to, List<String> cases, boolean dryRun, String reason) {
        Map<String, Object> body = new HashMap<>(Map.of("from", from, "to", to, "dryRun", dryRun));
        body.put("cases", cases);
        body.put("reason", reason);
        return cooperation.as("admin").post("/api/v1/repairs/migrations", body);
    }

    private Answer move(String code, String from, String to, boolean dryRun, String reason) {
        Map<String, Object> body = new HashMap<>(Map.of("caseCode", code, "from", from, "to", to, "dryRun", dryRun));
        body.put("reason", reason);
        return cooperation.as("admin").post("/api/v1/repairs/moves", body);
    }

    private List<JsonNode> repairs(String code) {
        return Stream.of("Chuyển hồ sơ sang phiên bản khác của quy trình", "Chuyển hồ sơ sang bước khác")
                .flatMap(what -> timeline(code)
                        .filter(entry -> entry.path("what").asText().equals(what)))
                .toList();
    }

    private Stream<JsonNode> timeline(String code) {
        return cooperation
                .as(OFFICER)
                .get("/api/v1/cases/%s/timeline".formatted(code))
                .json()
                .valueStream();
    }

    private int mails(String code) {
        return jdbc.sql("select count(*) from lienket.message where case_code = ?")
                .param(code)
                .query(Integer.class)
                .single();
    }

    private String definition(ConsultingJourney journey) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceId(journey.processInstanceId())
                .singleResult()
                .getProcessDefinitionId();
    }
}
