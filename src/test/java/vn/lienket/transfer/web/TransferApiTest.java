package vn.lienket.transfer.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.support.Actor;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.Door;
import vn.lienket.support.EngineApi;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.TransferFields;
import vn.lienket.support.TransferJourney;
import vn.lienket.support.TransferWalk;
import vn.lienket.transfer.process.TransferModel;

/** {@code /api/v1/transfer-requests} as integrations use it. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransferApiTest {

    private static final String PATH = "/api/v1/transfer-requests";

    @Autowired
    Cooperation cooperation;

    private Actor officer;
    private TransferJourney checking;
    private TransferJourney delivering;

    @BeforeAll
    void openCases() {
        officer = cooperation.as("tayninh.officer1");
        checking = cooperation.transfer(Map.of());
        delivering = cooperation.transfer(Map.of()).upToDelivery();
    }

    @Test
    void aStartAnswersTheCodeAndWhereTheCaseIs() {
        Answer started = officer.post(PATH, TransferFields.start()).expect(HttpStatus.CREATED);

        assertThat(started.json().properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("caseCode", "processInstanceId");
        assertThat(started.text("caseCode")).matches("H53-\\d{6}-\\d{4}");
        assertThat(started.header("Location")).isEqualTo(PATH + "/" + started.text("caseCode"));
        officer.get(started.header("Location")).expect(HttpStatus.OK);
    }

    /** The last column is the field that the refusal names. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "channel, null, channel",
                "channel, nowhere, channel",
                "requestingOrganisation, null, requestingOrganisation",
                "requestingOrganisation, qtsc, requestingOrganisation",
                "category, null, category",
                "category, astrology, category",
                "title, null, title",
                "title, '  ', title",
                "needDescription, null, needDescription",
                "needDescription, '', needDescription",
                "neededBy, null, neededBy",
                "neededBy, 30/06/2028, neededBy",
                "neededBy, 2020-01-01, neededBy",
                "usesStateBudget, perhaps, usesStateBudget",
                "foreignParty, 7, foreignParty",
                "attachmentDocumentId, x, attachmentDocumentId",
                "attachmentDocumentId, 00000000-0000-0000-0000-000000000000, attachmentDocumentId",
            })
    void aWrongStartFieldIsNamed(String field, String value, String named) {
        Map<String, Object> fields = TransferFields.start();
        fields.put(field, value);

        Answer refused = officer.post(PATH, fields).expectRefusal(HttpStatus.BAD_REQUEST);

        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().path("errors").findValuesAsText("field")).containsExactly(named);
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        Map<String, Object> fields = TransferFields.start();
        fields.putAll(Map.of("title", "", "category", "astrology", "neededBy", "x"));

        assertThat(officer.post(PATH, fields)
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .json()
                        .path("errors")
                        .findValuesAsText("field"))
                .containsExactlyInAnyOrder("title", "category", "neededBy");
    }

    @Test
    void aFieldThatIsNotAgreedIsRefusedNamingTheAgreementThatIsNeeded() {
        Map<String, Object> fields = TransferFields.start();
        fields.put("category", "it-park-operations");

        assertThat(officer.post(PATH, fields)
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .sentence())
                .contains("Xây dựng, vận hành khu CNTT tập trung", "Cần một thỏa thuận hợp tác");
    }

    @ParameterizedTest
    @CsvSource({"binhduong.officer1", "tayninh.expert1", "qtsc.officer1"})
    void onlyOfficersOfTheRequesterStart(String person) {
        cooperation.as(person).post(PATH, TransferFields.start()).expectRefusal(HttpStatus.FORBIDDEN);
    }

    @Test
    void aFreshCaseShowsWhatEveryCaseShows() {
        JsonNode view = checking.view();

        assertThat(view.path("caseCode").asText()).isEqualTo(checking.code());
        assertThat(view.path("caseStatus").asInt()).isEqualTo(1);
        assertThat(view.path("caseStatusName").asText()).isEqualTo("Mới đăng ký");
        assertThat(view.path("channel").asText()).isEqualTo("binhduong-tayninh");
        assertThat(view.path("leadOrganisation").asText()).isEqualTo("tayninh");
        assertThat(view.path("providingOrganisation").asText()).isEqualTo("binhduong");
        assertThat(view.path("categoryName").asText()).isEqualTo("Trung tâm giám sát, điều hành thông minh");
        assertThat(view.path("openTasks")).hasSize(1);
        JsonNode task = view.at("/openTasks/0");
        assertThat(task.path("taskDefinitionKey").asText()).isEqualTo(TransferModel.TASK_CHECK);
        assertThat(task.at("/candidateGroups/0").asText()).isEqualTo("binhduong-officer");
        assertThat(task.path("due").asText()).endsWith("T17:00:00+07:00");
        for (String empty :
                List.of("documents", "assessments", "items", "clauses", "planOpinions", "deliveries", "acceptances")) {
            assertThat(view.path(empty).isArray()).as(empty).isTrue();
            assertThat(view.path(empty)).as(empty).isEmpty();
        }
    }

    @Test
    void aCaseInDeliveryShowsItsPlanItsContractAndWhatTheExpertsSaid() {
        JsonNode view = delivering.view();

        assertThat(view.path("caseStatus").asInt()).isEqualTo(4);
        assertThat(view.path("items").findValuesAsText("kind"))
                .containsExactly("document", "training", "expert", "configuration", "software");
        assertThat(view.path("items").findValuesAsText("number")).containsExactly("1", "2", "3", "4", "5");
        assertThat(view.at("/items/1/details/place").asText()).isEqualTo("Tây Ninh");
        assertThat(view.path("clauses")).hasSize(12);
        assertThat(view.path("missingClauses")).isEmpty();
        assertThat(view.path("planOpinions").findValuesAsText("party"))
                .containsExactlyInAnyOrder("tayninh", "binhduong");
        assertThat(view.path("contractNumber").asText()).contains("/HĐ-");
        assertThat(view.path("registrationCompulsory").asBoolean(true)).isFalse();
        assertThat(view.path("assessments").findValuesAsText("feasibility")).containsExactly("feasible");
        assertThat(view.path("openTasks")).hasSize(5);
        assertThat(view.path("documents").findValuesAsText("kind")).containsExactly("contract", "contract");
    }

    @Test
    void theAssessmentsAreHiddenUntilAllAreIn() {
        TransferJourney asked = cooperation.transfer(TransferFields.startWithTwoExperts());
        asked.complete(TransferModel.TASK_CHECK, Map.of("requestDecision", "accept"));
        asked.complete(TransferModel.TASK_ASSESS, TransferWalk.assessment("partly"));

        JsonNode view = asked.view();
        assertThat(view.path("assessmentsAwaited").asInt()).isEqualTo(1);
        assertThat(view.path("assessments")).isEmpty();
        assertThat(view.toString()).doesNotContain("Nhận xét riêng");

        asked.complete(TransferModel.TASK_ASSESS, TransferWalk.assessment("partly"));
        asked.task(TransferModel.TASK_PREPARE_PLAN);
        assertThat(asked.view().path("assessments").findValuesAsText("note"))
                .containsOnly("Nhận xét riêng: partly")
                .hasSize(2);
    }

    /** The other expert, and everybody else of the channel, at both doors to the engine. */
    @ParameterizedTest
    @EnumSource(Door.class)
    void noDoorShowsWhatAnotherExpertWrote(Door door) {
        TransferJourney asked = cooperation.transfer(TransferFields.startWithTwoExperts());
        asked.complete(TransferModel.TASK_CHECK, Map.of("requestDecision", "accept"));
        asked.complete(TransferModel.TASK_ASSESS, TransferWalk.assessment("infeasible"));
        JsonNode open = asked.task(TransferModel.TASK_ASSESS);

        EngineApi other = door.as(open.path("assignee").asText(), cooperation);
        String instance = cooperation
                .as("admin")
                .get("/engine-rest/process-instance?processDefinitionKey=" + TransferModel.PROCESS + "&businessKey="
                        + asked.code())
                .json()
                .at("/0/id")
                .asText();
        assertThat(instance).isNotEmpty();
        for (String path : List.of(
                "/variable-instance?processInstanceIdIn=" + instance,
                "/task/" + open.path("id").asText() + "/variables",
                "/task/" + open.path("id").asText() + "/form-variables",
                "/history/variable-instance?includeDeleted=true&processInstanceId=" + instance,
                "/history/detail?processInstanceId=" + instance,
                "/history/user-operation?processInstanceId=" + instance,
                "/history/task?processInstanceId=" + instance)) {
            assertThat(other.get(path).body()).as(path).doesNotContain("Nhận xét riêng", "infeasible");
        }
    }

    @Test
    void theListIsPagedAndFiltered() {
        JsonNode found = officer.get(PATH + "?size=1&status=4&organisation=tayninh&text=" + delivering.code())
                .expect(HttpStatus.OK)
                .json();

        assertThat(found.findValuesAsText("caseCode")).containsExactly(delivering.code());
        assertThat(officer.get(PATH + "?status=10&text=" + delivering.code())
                        .expect(HttpStatus.OK)
                        .json()
                        .findValuesAsText("caseCode"))
                .isEmpty();
        officer.get(PATH + "?size=201").expectRefusal(HttpStatus.BAD_REQUEST);
    }

    @Test
    void anotherChannelSeesNothingOfIt() {
        Actor outsider = cooperation.as("qtsc.officer1");

        outsider.get(checking.path()).expectRefusal(HttpStatus.NOT_FOUND);
        outsider.put(delivering.path() + "/items/1/schedule", Map.of("startsOn", "2028-04-01"))
                .expectRefusal(HttpStatus.NOT_FOUND);
        outsider.post(checking.path() + "/withdrawal", Map.of("withdrawalReason", "Thử"))
                .expectRefusal(HttpStatus.NOT_FOUND);
        assertThat(outsider.get(PATH + "?text=" + checking.code())
                        .expect(HttpStatus.OK)
                        .json()
                        .findValuesAsText("caseCode"))
                .isEmpty();
        cooperation.anonymous().get(checking.path()).expect(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void theFormsAreOfferedOnlyWhatIsAgreed() {
        JsonNode options = officer.get(PATH + "/options").expect(HttpStatus.OK).json();

        assertThat(options.path("organisation").asText()).isEqualTo("tayninh");
        assertThat(options.path("channels").findValuesAsText("id")).contains("binhduong-tayninh");
        assertThat(options.at("/channels/0/categories").findValuesAsText("code"))
                .contains("ioc")
                .doesNotContain("it-park-operations");
        assertThat(options.path("itemKinds")).hasSize(5);
        assertThat(options.path("clauses")).hasSize(14);
    }

    @Test
    void aWithdrawalNeedsAReasonAndTheRightPersonAndEndsTheCaseOnce() {
        TransferJourney withdrawn = cooperation.transfer(Map.of());
        String path = withdrawn.path() + "/withdrawal";

        assertThat(officer.post(path, Map.of("withdrawalReason", " "))
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("withdrawalReason");
        for (String stranger : List.of("binhduong.officer1", "tayninh.expert1")) {
            cooperation
                    .as(stranger)
                    .post(path, Map.of("withdrawalReason", "Thử"))
                    .expectRefusal(HttpStatus.FORBIDDEN);
        }

        officer.post(path, Map.of("withdrawalReason", "Đổi kế hoạch")).expect(HttpStatus.NO_CONTENT);

        assertThat(withdrawn.view().path("caseStatus").asInt()).isEqualTo(7);
        assertThat(withdrawn.view().path("openTasks")).isEmpty();
        officer.post(path, Map.of("withdrawalReason", "Lần nữa")).expectRefusal(HttpStatus.CONFLICT);
        officer.post(PATH + "/H53-000101-0001/withdrawal", Map.of("withdrawalReason", "Thử"))
                .expectRefusal(HttpStatus.NOT_FOUND);
    }

    @Test
    void aMeetingIsMovedByAnExpertOfTheProvider() {
        cooperation
                .as("binhduong.expert1")
                .put(
                        delivering.path() + "/items/2/schedule",
                        Map.of("startsOn", "2028-04-03", "endsOn", "2028-04-07", "place", "Tân Ninh"))
                .expect(HttpStatus.NO_CONTENT);

        JsonNode visit = delivering.view().at("/items/2/details");
        assertThat(visit.path("startsOn").asText()).isEqualTo("2028-04-03");
        assertThat(visit.path("endsOn").asText()).isEqualTo("2028-04-07");
        assertThat(visit.path("place").asText()).isEqualTo("Tân Ninh");
        assertThat(visit.path("person").asText()).isEqualTo("Trần Văn Bình");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"null, null, startsOn", "2020-01-01, null, startsOn", "2028-04-03, 2028-04-01, endsOn"})
    void aWrongDateOfAMeetingIsNamed(String from, String to, String named) {
        Map<String, Object> schedule = new HashMap<>();
        schedule.put("startsOn", from);
        schedule.put("endsOn", to);

        assertThat(cooperation
                        .as("binhduong.expert1")
                        .put(delivering.path() + "/items/2/schedule", schedule)
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo(named);
    }

    @Test
    void onlyMeetingsAreMovedAndOnlyByTheProvidersExperts() {
        Map<String, Object> schedule = Map.of("startsOn", "2028-04-03");
        Actor expert = cooperation.as("binhduong.expert1");

        officer.put(delivering.path() + "/items/1/schedule", schedule).expectRefusal(HttpStatus.FORBIDDEN);
        expert.put(delivering.path() + "/items/0/schedule", schedule).expectRefusal(HttpStatus.CONFLICT);
        expert.put(delivering.path() + "/items/9/schedule", schedule).expectRefusal(HttpStatus.NOT_FOUND);
        expert.put(checking.path() + "/items/0/schedule", schedule).expectRefusal(HttpStatus.NOT_FOUND);
    }
}
