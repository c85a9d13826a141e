package vn.lienket.consulting.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.support.Actor;
import vn.lienket.support.Answer;
import vn.lienket.support.ConsultingFields;
import vn.lienket.support.ConsultingJourney;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

/** {@code /api/v1/consulting-cases} as integrations use it. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsultingApiTest {

    private static final String PATH = "/api/v1/consulting-cases";

    @Autowired
    Cooperation cooperation;

    private Actor officer;
    private ConsultingJourney verifying;

    @BeforeAll
    void openCase() {
        officer = cooperation.as("binhduong.officer1");
        verifying = cooperation.consulting();
    }

    @Test
    void aStartAnswersTheCodeAndWhereTheCaseIs() {
        Answer started = officer.post(PATH, ConsultingFields.start()).expect(HttpStatus.CREATED);

        assertThat(started.json().properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("caseCode", "processInstanceId");
        assertThat(started.text("caseCode")).matches("H09-\\d{6}-\\d{4}");
        assertThat(started.header("Location")).isEqualTo(PATH + "/" + started.text("caseCode"));
        officer.get(started.header("Location")).expect(HttpStatus.OK);
    }

    @Test
    void anEnterpriseOfTheRegistryNeedsNoMoreThanItsTaxCodeAndANeed() {
        Map<String, Object> enterprise = new HashMap<>(ConsultingFields.start());
        String taxCode = enterprise.get("taxCode").toString();
        enterprise.keySet().removeAll(List.of("need", "channel"));
        officer.put("/api/v1/enterprises/" + taxCode, enterprise).expect(HttpStatus.CREATED);

        String code = officer.post(PATH, Map.of("taxCode", taxCode, "need", "Bán hàng đa kênh"))
                .expect(HttpStatus.CREATED)
                .text("caseCode");

        JsonNode view = officer.get(PATH + "/" + code).expect(HttpStatus.OK).json();
        assertThat(view.path("channel").asText()).isEqualTo("binhduong-qtsc");
        assertThat(view.at("/enterprise/enterpriseName").asText()).isEqualTo("Công ty TNHH Cơ khí Thuận An");
        assertThat(view.at("/enterprise/contactPhone").asText()).isEqualTo("0912345678");
    }

    @Test
    void aSecondStartIsRefusedWithTheCodeOfTheFirst() {
        Answer second = officer.post(
                PATH,
                Map.of("taxCode", verifying.view().at("/enterprise/taxCode").asText(), "need", "Thêm một việc"));

        assertThat(second.expectRefusal(HttpStatus.CONFLICT).sentence()).contains(verifying.code());
    }

    /** The last column is the field that the refusal names. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "taxCode, null, taxCode",
                "taxCode, 3700000001, taxCode",
                "taxCode, 370000000, taxCode",
                "enterpriseName, null, enterpriseName",
                "enterpriseName, '  ', enterpriseName",
                "sector, null, sector",
                "sector, mining, sector",
                "employees, null, employees",
                "employees, -1, employees",
                "employees, 4.5, employees",
                "employees, bốn, employees",
                "revenue, null, revenue",
                "revenue, 1.000.000, revenue",
                "revenue, 99999999999999999999, revenue",
                "capital, null, capital",
                "capital, -5, capital",
                "womenOwned, null, womenOwned",
                "womenOwned, perhaps, womenOwned",
                "contactEmail, hoa@, contactEmail",
                "contactPhone, 12345, contactPhone",
                "need, null, need",
                "need, '', need",
                "needCategory, astrology, needCategory",
                "channel, nowhere, channel",
                "channel, binhduong-tayninh-qtsc, channel",
            })
    void aWrongStartFieldIsNamed(String field, String value, String named) {
        Map<String, Object> fields = ConsultingFields.start();
        fields.put(field, value);

        Answer refused = officer.post(PATH, fields).expectRefusal(HttpStatus.BAD_REQUEST);

        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().path("errors").findValuesAsText("field")).containsExactly(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"taxCode", "enterpriseName", "employees", "need", "needCategory", "channel", "contactEmail"})
    void aFieldThatIsNoSingleValueIsNamed(String field) {
        for (Object value : List.of(List.of("a", "b"), Map.of("a", "b"))) {
            Map<String, Object> fields = ConsultingFields.start();
            fields.put(field, value);

            Answer refused = officer.post(PATH, fields).expectRefusal(HttpStatus.BAD_REQUEST);

            assertThat(refused.json().path("errors").findValuesAsText("field")).containsExactly(field);
        }
    }

    @Test
    void everyWrongFieldOfAnEnterpriseIsNamedAtOnce() {
        Map<String, Object> fields = ConsultingFields.start();
        fields.putAll(Map.of("employees", -1, "revenue", "x", "contactPhone", "1"));

        assertThat(officer.post(PATH, fields)
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .json()
                        .path("errors")
                        .findValuesAsText("field"))
                .containsExactlyInAnyOrder("employees", "revenue", "contactPhone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/withdrawal", "/roadmap-answer", "/support-preview"})
    void whatIsNoJsonObjectIsRefused(String below) {
        String path = below.isEmpty() ? PATH : verifying.path() + below;

        officer.post(path, List.of(1, 2)).expectRefusal(HttpStatus.BAD_REQUEST);
        officer.post(path, "{\"a\": ").expectRefusal(HttpStatus.BAD_REQUEST);
    }

    @Test
    void aFreshCaseShowsWhatEveryCaseShows() {
        JsonNode view = verifying.view();

        assertThat(view.path("caseCode").asText()).isEqualTo(verifying.code());
        assertThat(view.path("caseStatus").asInt()).isEqualTo(1);
        assertThat(view.path("caseStatusName").asText()).isEqualTo("Mới đăng ký");
        assertThat(view.path("channel").asText()).isEqualTo("binhduong-qtsc");
        assertThat(view.path("leadOrganisation").asText()).isEqualTo("binhduong");
        assertThat(view.path("openTasks")).hasSize(1);
        JsonNode task = view.at("/openTasks/0");
        assertThat(task.path("taskDefinitionKey").asText()).isEqualTo(ConsultingModel.TASK_VERIFY);
        assertThat(task.path("name").asText()).isEqualTo("Kiểm tra hồ sơ doanh nghiệp");
        assertThat(task.path("assignee").isNull()).isTrue();
        assertThat(task.at("/candidateGroups/0").asText()).isEqualTo("binhduong-officer");
        assertThat(task.path("due").asText()).endsWith("T17:00:00+07:00");
        assertThat(view.path("documents")).isEmpty();
        assertThat(view.path("size").asText()).isEqualTo("small");
        assertThat(view.path("sizeName").asText()).isEqualTo("Nhỏ");
        assertThat(view.path("sizeCitation").asText()).isEqualTo("Nghị định 80/2021/NĐ-CP, Điều 5");
        assertThat(view.at("/sizeVerification/mark").asText()).isEqualTo("R");
        assertThat(view.at("/sizeVerification/text").asText()).startsWith("chưa kiểm chứng: ");
        assertThat(view.path("needCategory").asText()).isEqualTo("other");
        assertThat(view.at("/enterprise/revenue").asLong()).isEqualTo(30_000_000_000L);
        for (String empty : List.of("assessments", "gains", "steps", "roadmapAnswers", "entitlements", "grants")) {
            assertThat(view.path(empty).isArray()).as(empty).isTrue();
            assertThat(view.path(empty)).as(empty).isEmpty();
        }
    }

    @Test
    void aClosedCaseShowsWhatCameOfIt() {
        ConsultingJourney closed = cooperation.consulting().closed();

        JsonNode view = closed.view();
        assertThat(view.path("caseStatus").asInt()).isEqualTo(10);
        assertThat(view.path("state").asText()).isEqualTo("CLOSED");
        assertThat(view.path("openTasks")).isEmpty();
        assertThat(view.path("documents").findValuesAsText("kind")).containsExactly("roadmap", "decision", "report");
        assertThat(view.at("/documents/0/sha256").asText()).hasSize(64);
        assertThat(view.path("assessments").findValuesAsText("level")).containsExactly("level2", "level5");
        assertThat(view.at("/assessments/0/pillars")).hasSize(7);
        assertThat(view.path("gains"))
                .hasSize(8)
                .allSatisfy(gain -> assertThat(gain.path("gain").decimalValue()).isEqualByComparingTo("60"));
        assertThat(view.path("steps").findValuesAsText("actualCost")).containsOnly("70000000");
        assertThat(view.path("totalCost").asLong()).isEqualTo(235_000_000);
        assertThat(view.path("grants").findValuesAsText("amount")).containsExactly("40000000", "50000000");
        assertThat(view.path("totalGranted").asLong()).isEqualTo(90_000_000);
        assertThat(view.at("/roadmapAnswers/0/authorName").asText()).contains("Chuyên viên 1");
        assertThat(view.path("satisfaction").asInt()).isEqualTo(5);

        Answer report =
                officer.get("/api/v1/documents/" + view.at("/documents/2/id").asText());
        assertThat(report.expect(HttpStatus.OK).header("Content-Type")).isEqualTo("application/pdf");
        assertThat(report.bytes()).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void aWithdrawnCaseGrantsNothing() {
        ConsultingJourney granted = cooperation.consulting().upTo(ConsultingModel.TASK_CARRY_OUT_STEP);
        assertThat(granted.view().path("totalGranted").asLong()).isEqualTo(90_000_000);

        withdraw("binhduong.officer2", granted, "Đổi kế hoạch").expect(HttpStatus.NO_CONTENT);

        JsonNode view = granted.view();
        assertThat(view.path("caseStatus").asInt()).isEqualTo(7);
        assertThat(view.path("endReason").asText()).isEqualTo("Đổi kế hoạch");
        assertThat(view.path("openTasks")).isEmpty();
        assertThat(view.path("grants").findValuesAsText("released")).containsOnly("true");
        assertThat(view.path("totalGranted").asLong()).isZero();
        withdraw("binhduong.officer2", granted, "Lần nữa").expectRefusal(HttpStatus.CONFLICT);
    }

    @Test
    void aWithdrawalNeedsAReasonACaseAndTheRightPerson() {
        assertThat(withdraw("binhduong.officer1", verifying, " ")
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("withdrawalReason");
        officer.post(verifying.path() + "/withdrawal", Map.of()).expectRefusal(HttpStatus.BAD_REQUEST);
        withdraw("qtsc.leader1", verifying, "Thử").expectRefusal(HttpStatus.FORBIDDEN);
        withdraw("binhduong.expert1", verifying, "Thử").expectRefusal(HttpStatus.FORBIDDEN);
        officer.post(PATH + "/H09-000101-0001/withdrawal", Map.of("withdrawalReason", "Thử"))
                .expectRefusal(HttpStatus.NOT_FOUND);

        assertThat(verifying.view().path("caseStatus").asInt()).isEqualTo(1);
    }

    @Test
    void theEnterprisesAnswerIsTakenOnceAndOnlyWhenItIsAwaited() {
        ConsultingJourney confirming = cooperation.consulting().upTo(ConsultingModel.TASK_CONFIRM_ROADMAP);
        String path = confirming.path() + "/roadmap-answer";

        assertThat(officer.post(path, Map.of("roadmapDecision", "maybe"))
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("roadmapDecision");
        assertThat(officer.post(path, Map.of("roadmapDecision", "decline"))
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("roadmapComment");
        for (String stranger : List.of("qtsc.expert1", "qtsc.leader1", "binhduong.expert1")) {
            cooperation
                    .as(stranger)
                    .post(path, Map.of("roadmapDecision", "agree"))
                    .expectRefusal(HttpStatus.FORBIDDEN);
        }
        assertThat(confirming.openTaskKeys()).containsExactly(ConsultingModel.TASK_CONFIRM_ROADMAP);

        officer.post(path, Map.of("roadmapDecision", "agree")).expect(HttpStatus.NO_CONTENT);
        confirming.task(ConsultingModel.TASK_DECIDE_SUPPORT);
        officer.post(path, Map.of("roadmapDecision", "agree")).expectRefusal(HttpStatus.CONFLICT);
    }

    @Test
    void theSupportOfARoadmapIsPreviewedWhileItIsDrafted() {
        Answer answer =
                officer.post(verifying.path() + "/support-preview", Map.of("roadmapSteps", ConsultingFields.steps()));

        JsonNode preview = answer.expect(HttpStatus.OK).json();
        assertThat(preview.path("totalCost").asLong()).isEqualTo(235_000_000);
        assertThat(preview.path("total").asLong()).isEqualTo(90_000_000);
        List<String> amounts = new ArrayList<>();
        preview.path("lines")
                .forEach(line -> amounts.add(line.path("supportKind").asText() + " "
                        + line.path("amount").asLong()));
        assertThat(amounts).containsExactlyInAnyOrder("dx-solution 40000000", "dx-consulting 50000000");
        assertThat(preview.at("/lines/0/citation").asText()).isEqualTo("Nghị định 80/2021/NĐ-CP, Điều 11");
        assertThat(preview.at("/lines/0/verification/mark").asText()).isEqualTo("R");
        assertThat(officer.post(verifying.path() + "/support-preview", Map.of())
                        .expect(HttpStatus.OK)
                        .json()
                        .path("total")
                        .asLong())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"cost, -1, cost", "cost, x, cost", "cost, 0.5, cost", "supportKind, gift, supportKind"})
    void aWrongStepOfAPreviewIsNamed(String field, String value, String named) {
        Map<String, Object> step = new HashMap<>(ConsultingFields.step("Thuê", "dx-solution", 10));
        step.put(field, value);

        assertThat(officer.post(verifying.path() + "/support-preview", Map.of("roadmapSteps", List.of(step)))
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo(named);
    }

    @Test
    void theRadarIsAPictureOnceThereIsAnAssessment() {
        officer.get(verifying.path() + "/radar").expectRefusal(HttpStatus.NOT_FOUND);

        Answer radar = officer.get(cooperation
                        .consulting()
                        .upTo(ConsultingModel.TASK_DRAFT_ROADMAP)
                        .path() + "/radar");

        assertThat(radar.expect(HttpStatus.OK).header("Content-Type")).startsWith("image/png");
        assertThat(radar.bytes()).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void theListIsPagedNewestFirstAndFilteredByStatusOrganisationAndText() {
        ConsultingJourney first = cooperation.consulting(Map.of("enterpriseName", "Công ty Gốm Lái Thiêu"));
        ConsultingJourney second = cooperation.consulting(Map.of("enterpriseName", "Công ty Gốm Lái Thiêu"));
        withdraw("binhduong.officer1", second, "Đổi kế hoạch").expect(HttpStatus.NO_CONTENT);

        assertThat(codes("text=Lái Thiêu")).containsExactly(second.code(), first.code());
        assertThat(codes("text=Lái Thiêu&status=7")).containsExactly(second.code());
        assertThat(codes("text=Lái Thiêu&organisation=qtsc")).isEmpty();
        assertThat(codes("text=" + first.code())).containsExactly(first.code());
        assertThat(codes("text=Lái Thiêu&size=1&page=1")).containsExactly(first.code());
        assertThat(list("text=Lái Thiêu&size=1&page=1").path("total").asInt()).isEqualTo(2);
        assertThat(codes("text=thieu lai")).containsExactly(second.code(), first.code());
        assertThat(codes("text=Lái Thiêu cơm")).isEmpty();
        assertThat(codes("text=" + taxCode(first))).containsExactly(first.code());
        assertThat(codes("text=" + taxCode(first) + " gom")).containsExactly(first.code());
    }

    @ParameterizedTest
    @CsvSource({"size, 0", "size, 201", "size, x", "page, -1", "status, 11", "text, TOO LONG"})
    void aWrongFilterIsNamed(String parameter, String given) {
        String value = given.equals("TOO LONG") ? "x".repeat(201) : given;
        assertThat(officer.get("%s?%s=%s".formatted(PATH, parameter, value))
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo(parameter);
    }

    @Test
    void theFormsAreOfferedTheCatalogues() {
        JsonNode options = officer.get(PATH + "/options").expect(HttpStatus.OK).json();

        assertThat(options.path("leadOrganisation").asText()).isEqualTo("binhduong");
        assertThat(options.path("defaultChannel").asText()).isEqualTo("binhduong-qtsc");
        assertThat(options.path("channels").findValuesAsText("code"))
                .containsExactlyInAnyOrder("binhduong-qtsc", "binhduong-tayninh");
        assertThat(options.path("sectors").findValuesAsText("code"))
                .containsExactly("agriculture", "industry-construction", "trade-services");
        assertThat(options.path("sizes").findValuesAsText("code")).containsExactly("micro", "small", "medium", "large");
        assertThat(options.path("needs").findValuesAsText("code")).contains("strategy", "other");
        assertThat(options.path("supportKinds").findValuesAsText("code"))
                .containsExactly("dx-consulting", "dx-solution", "network-consulting", "none");
    }

    @Test
    void theExpertsOfTheChannelAreNamedWithTheirSkills() {
        JsonNode experts = cooperation
                .as("binhduong.leader1")
                .get(verifying.path() + "/experts")
                .expect(HttpStatus.OK)
                .json();

        assertThat(experts.findValuesAsText("id"))
                .containsExactly("binhduong.expert1", "binhduong.expert2", "qtsc.expert1", "qtsc.expert2");
        assertThat(experts.at("/2/skills").toString()).contains("sme-digital-transformation");
        assertThat(experts.at("/0/skillNames").toString())
                .as("also of fields that were agreed in another channel")
                .contains("Trung tâm giám sát, điều hành thông minh")
                .doesNotContain("ioc");
        assertThat(experts.findValuesAsText("absent")).containsOnly("false");
    }

    @Test
    void whatThereIsNotIsNotFoundAndTheAnonymousAreRefused() {
        for (String below : List.of("", "/radar", "/experts")) {
            officer.get(PATH + "/H09-000101-0001" + below).expectRefusal(HttpStatus.NOT_FOUND);
        }
        for (String path : List.of(PATH, PATH + "/options", verifying.path(), verifying.path() + "/radar")) {
            cooperation.anonymous().get(path).expectRefusal(HttpStatus.UNAUTHORIZED);
        }
        cooperation.anonymous().post(PATH, ConsultingFields.start()).expectRefusal(HttpStatus.UNAUTHORIZED);
    }

    private Answer withdraw(String person, ConsultingJourney journey, String reason) {
        return cooperation.as(person).post(journey.path() + "/withdrawal", Map.of("withdrawalReason", reason));
    }

    private String taxCode(ConsultingJourney about) {
        return officer.get(about.path())
                .expect(HttpStatus.OK)
                .json()
                .at("/enterprise/taxCode")
                .asText();
    }

    private List<String> codes(String query) {
        return list(query).path("items").findValuesAsText("caseCode");
    }

    private JsonNode list(String query) {
        return officer.get(PATH + "?"
                        + query.replace(" ", "%20")
                                .replace("á", "%C3%A1")
                                .replace("ê", "%C3%AA")
                                .replace("ơ", "%C6%A1"))
                .expect(HttpStatus.OK)
                .json();
    }
}
