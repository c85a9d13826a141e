package vn.lienket.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.TransferFields;
import vn.lienket.support.TransferJourney;
import vn.lienket.support.TransferWalk;
import vn.lienket.transfer.process.TransferModel;

/** The way of a case through its processes. */
@IntegrationTest
class CaseHistoryTest {

    @Autowired
    Cooperation cooperation;

    @Test
    void tellsWhereARunningCaseWasAndWhoseItsTasksWere() {
        AgreementCase agreement = cooperation.agreement(Map.of());
        agreement.draft();
        agreement.review("tayninh", "changes", "Sửa Điều 4");

        JsonNode path = path(agreement.code(), "tayninh.officer1");

        assertThat(path.path("closedAt").isNull()).isTrue();
        JsonNode run = path.at("/processes/0");
        assertThat(run.path("process").asText()).isEqualTo(AgreementModel.SIGNING_PROCESS);
        assertThat(run.path("definition").asText()).startsWith(AgreementModel.SIGNING_PROCESS + ":");
        assertThat(run.path("endedAt").isNull()).isTrue();
        assertThat(each(run.path("passages"), "element"))
                .contains(AgreementModel.TASK_DRAFT, AgreementModel.TASK_REVIEW)
                .doesNotContain(AgreementModel.TASK_SIGN);
        JsonNode draft = step(path, AgreementModel.TASK_DRAFT);
        assertThat(draft.path("byName").asText()).isNotBlank();
        assertThat(draft.path("by").asText()).isEqualTo("binhduong.officer1");
        assertThat(draft.path("onBehalfOf").isNull()).isTrue();
        assertThat(draft.path("endedAt").isNull()).isFalse();
        assertThat(draft.path("cancelled").asBoolean()).isFalse();
    }

    @Test
    void tellsThatAWithdrawnCaseLeftItsTaskUndone() {
        AgreementCase agreement = cooperation.agreement(Map.of());
        cooperation
                .as("binhduong.officer1")
                .post(
                        "/api/v1/agreements/%s/withdrawal".formatted(agreement.code()),
                        Map.of("withdrawalReason", "Không còn nhu cầu"))
                .expect(HttpStatus.NO_CONTENT);

        JsonNode path = path(agreement.code(), "binhduong.manager1");

        assertThat(path.path("caseStatus").asInt()).isEqualTo(7);
        assertThat(path.path("closedAt").isNull()).isFalse();
        assertThat(path.at("/processes/0/endedAt").isNull()).isFalse();
        assertThat(step(path, AgreementModel.TASK_DRAFT).path("cancelled").asBoolean())
                .isTrue();
        assertThat(each(path.at("/processes/0/passages"), "element")).contains(AgreementModel.END_WITHDRAWN);
    }

    @Test
    void tellsWhatTheTablesSaidAndWhenTheClockStood() {
        TransferJourney transfer = cooperation.transfer(Map.of());
        transfer.complete(
                TransferModel.TASK_CHECK, Map.of("requestDecision", "supplement", "requestComment", "Thiếu phụ lục"));
        JsonNode stopped = path(transfer.code(), officer(transfer));
        assertThat(stopped.path("clockStops")).hasSize(1);
        assertThat(stopped.at("/clockStops/0/to").isNull()).isTrue();

        TransferJourney other = cooperation.transfer(Map.of());
        other.complete(TransferModel.TASK_CHECK, Map.of("requestDecision", "accept"));
        other.task(TransferModel.TASK_ASSESS);
        JsonNode ruling = path(other.code(), officer(other)).at("/decisions/0");
        assertThat(ruling.path("name").asText()).isNotBlank();
        assertThat(each(ruling.path("inputs"), "name")).contains("Kênh hợp tác", "Lĩnh vực");
        assertThat(each(ruling.path("outputs"), "name"))
                .contains("Bên cung cấp")
                .doesNotContain("Kiểm chứng");
        assertThat(ruling.path("citation").asText()).isNotBlank();
    }

    @Test
    void tellsNothingOfAssessments() {
        TransferJourney transfer = cooperation.transfer(TransferFields.startWithTwoExperts());
        transfer.complete(TransferModel.TASK_CHECK, Map.of("requestDecision", "accept"));
        Map<String, ?> assessment = TransferWalk.assessment("partly");
        transfer.complete(TransferModel.TASK_ASSESS, assessment);

        assertThat(path(transfer.code(), officer(transfer)).toString())
                .contains(TransferModel.TASK_ASSESS)
                .doesNotContain(
                        "partly",
                        "Khả thi một phần",
                        assessment.get("assessmentNote").toString());
    }

    @Test
    void isForMembersOfTheChannelOnly() {
        String path = "/api/v1/cases/%s/history"
                .formatted(cooperation.agreement(Map.of()).code());

        cooperation.as("qtsc.manager1").get(path).expectRefusal(HttpStatus.NOT_FOUND);
        cooperation.as("qtsc.leader1").get(path).expectRefusal(HttpStatus.NOT_FOUND);
        cooperation.as("tayninh.leader1").get(path).expect(HttpStatus.OK);
        cooperation.as("admin").get("/api/v1/cases/none/history").expectRefusal(HttpStatus.NOT_FOUND);
    }

    private JsonNode path(String code, String user) {
        return cooperation
                .as(user)
                .get("/api/v1/cases/%s/history".formatted(code))
                .expect(HttpStatus.OK)
                .json();
    }

    private static String officer(TransferJourney transfer) {
        return transfer.view().path("leadOrganisation").asText() + ".officer1";
    }

    private static JsonNode step(JsonNode path, String element) {
        return StreamSupport.stream(path.path("steps").spliterator(), false)
                .filter(step -> step.path("element").asText().equals(element))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> each(JsonNode all, String field) {
        return StreamSupport.stream(all.spliterator(), false)
                .map(one -> one.path(field).asText())
                .toList();
    }
}
