package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.cases.process.CaseModel;
import vn.lienket.support.Actor;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

/** What a task takes: found were 30,000 variables, which ended the application, and a count that left a party's signature out. */
@IntegrationTest
class CallersVariablesTest {

    @Autowired
    Cooperation cooperation;

    @ParameterizedTest
    @ValueSource(strings = {"resolve", "complete", "submit-form"})
    void areFewAndNoneIsTheEnginesOwn(String act) {
        AgreementCase agreement = cooperation.agreement();
        String task = agreement.task(AgreementModel.TASK_DRAFT, "binhduong");
        Actor officer = cooperation.as("binhduong.officer1");
        officer.post("/engine-rest/task/" + task + "/claim", Map.of("userId", "binhduong.officer1"))
                .expect(HttpStatus.NO_CONTENT);
        String door = "/engine-rest/task/" + task + "/" + act;

        Map<String, Object> many = new HashMap<>();
        for (int number = 0; number < 201; number++) {
            many.put("v" + number, Map.of("value", 1));
        }
        officer.post(door, Map.of("variables", many)).expectRefusal(HttpStatus.PAYLOAD_TOO_LARGE);
        for (String name :
                new String[] {"nrOfInstances", "nrOfCompletedInstances", "nrOfActiveInstances", "loopCounter"}) {
            officer.post(door, Map.of("variables", Map.of(name, Map.of("value", 1))))
                    .expectRefusal(HttpStatus.BAD_REQUEST);
        }
        officer.post("/engine-rest/task?nameLike=%00", Map.of()).expectRefusal(HttpStatus.BAD_REQUEST);
        cooperation.browser().get("/", "Cookie", "LIENKET_SESSION=AAAA").expect(HttpStatus.OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"resolve", "complete", "submit-form"})
    void areThoseOfTheTasksForm(String act) {
        AgreementCase agreement = cooperation.agreement();
        String task = agreement.task(AgreementModel.TASK_DRAFT, "binhduong");
        Actor officer = cooperation.as("binhduong.officer1");
        officer.post("/engine-rest/task/" + task + "/claim", Map.of("userId", "binhduong.officer1"))
                .expect(HttpStatus.NO_CONTENT);

        for (String name : new String[] {"initiator", "approvedDocumentId", "documentNumber", "remark"}) {
            assertThat(officer.post(
                                    "/engine-rest/task/" + task + "/" + act,
                                    Map.of("variables", Map.of(name, Map.of("value", "x"))))
                            .expectRefusal(HttpStatus.BAD_REQUEST)
                            .sentence())
                    .contains(name);
        }
    }

    @Test
    void areThoseOfTheStartForm() {
        Map<String, Object> fields = new HashMap<>();
        Cooperation.agreementFields().forEach((name, value) -> fields.put(name, Map.of("value", value)));
        fields.put("approvedDocumentId", Map.of("value", "x"));
        Actor officer = cooperation.as("binhduong.officer1");

        for (String act : new String[] {"start", "submit-form"}) {
            assertThat(officer.post(
                                    "/engine-rest/process-definition/key/" + AgreementModel.SIGNING_PROCESS + "/" + act,
                                    Map.of("variables", fields))
                            .expectRefusal(HttpStatus.BAD_REQUEST)
                            .sentence())
                    .contains("approvedDocumentId");
        }
    }

    @Test
    void areThoseOfTheMessage() {
        AgreementCase agreement = cooperation.agreement();
        assertThat(cooperation
                        .as("binhduong.officer1")
                        .post(
                                "/engine-rest/message",
                                Map.of(
                                        "messageName",
                                        CaseModel.MESSAGE_WITHDRAWN,
                                        "businessKey",
                                        agreement.code(),
                                        "processVariables",
                                        Map.of(
                                                "withdrawalReason",
                                                Map.of("value", "Thử"),
                                                "draftVersion",
                                                Map.of("value", 7))))
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .sentence())
                .contains("draftVersion");
        assertThat(agreement.openTaskKeys()).containsExactly(AgreementModel.TASK_DRAFT);
    }

    /** One message without a code ended six cases at once. */
    @Test
    void areForOneCaseThatIsNamed() {
        AgreementCase agreement = cooperation.agreement();
        Actor officer = cooperation.as("binhduong.officer1");
        Map<String, Object> reason = Map.of("withdrawalReason", Map.of("value", "Thử"));
        Map<String, Object> toAll = Map.of("leadOrganisation", Map.of("value", "binhduong"));

        officer.post(
                        "/engine-rest/message",
                        Map.of("messageName", CaseModel.MESSAGE_WITHDRAWN, "all", true, "processVariables", reason))
                .expectRefusal(HttpStatus.BAD_REQUEST);
        officer.post(
                        "/engine-rest/message",
                        Map.of(
                                "messageName",
                                CaseModel.MESSAGE_WITHDRAWN,
                                "correlationKeys",
                                toAll,
                                "processVariables",
                                reason))
                .expectRefusal(HttpStatus.BAD_REQUEST);

        assertThat(agreement.openTaskKeys()).containsExactly(AgreementModel.TASK_DRAFT);
    }
}
