package vn.lienket.json;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.support.ActivityFields;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Answer;
import vn.lienket.support.ConsultingFields;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.TaxCodes;
import vn.lienket.support.TransferFields;

/** Every field of every JSON request refuses by its name what no field may hold, and nothing comes of it. */
@IntegrationTest
class RequestFieldsTest {

    /** Half a letter goes out as its escape, which UTF-8 has no bytes for. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /**
     * A request that is right but for the field that is tried.
     *
     * @param door as the mapping has it
     * @param path with a case, an enterprise that is there
     */
    private record Request(String door, String person, String path, Map<String, Object> fields) {

        /** What is typed into forms is kept as it is, whatever the form will say of it. */
        boolean takesAnyObject() {
            return door.startsWith("PUT /api/v1/drafts/");
        }

        Answer with(Cooperation cooperation, String field, Object value) {
            Map<String, Object> sent = new HashMap<>(fields);
            sent.put(field, value);
            try {
                return cooperation
                        .as(person)
                        .sendText(door.substring(0, door.indexOf(' ')), path, JSON.writeValueAsString(sent));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Autowired
    Cooperation cooperation;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<RequestMappingHandlerMapping> controllers;

    static List<String> texts() {
        return List.of("a\u0000b", "a\u001fb", "a\ud83d", "\udc00a", "a\u202eb", "a\u2066b", "a\u200fb");
    }

    private List<Request> requests() {
        AgreementCase drafted = cooperation.agreement();
        String agreement = drafted.code();
        String task = drafted.task(AgreementModel.TASK_DRAFT, "binhduong");
        String consulting = cooperation.consulting().code();
        String transfer = cooperation.transfer(Map.of()).upToDelivery().code();
        String taxCode = TaxCodes.next();
        Map<String, Object> enterprise = new HashMap<>(ConsultingFields.start());
        enterprise.keySet().removeAll(Set.of("need", "channel"));
        enterprise.put("taxCode", taxCode);
        Map<String, Object> bulk = new HashMap<>();
        bulk.put("taxCodes", List.of(taxCode));
        bulk.put("need", "Quản lý kho");
        String inForce = cooperation.agreement().inForce().code();
        String activity = cooperation
                .as("binhduong.officer1")
                .post("/api/v1/activities", ActivityFields.start(inForce))
                .expect(HttpStatus.CREATED)
                .text("caseCode");
        UUID value = UUID.randomUUID();
        jdbc.sql("""
                        insert into lienket.indicator_value (id, activity, value, measured_on, entered_by, entered_at)
                        values (?, ?, 5, date '2026-11-01', 'binhduong.officer1', now())""").params(value, activity).update();
        String report = report();
        return List.of(
                new Request(
                        "POST /api/v1/activities",
                        "binhduong.officer1",
                        "/api/v1/activities",
                        ActivityFields.start(inForce)),
                new Request(
                        "POST /api/v1/activities/{caseCode}/withdrawal",
                        "binhduong.officer1",
                        "/api/v1/activities/" + activity + "/withdrawal",
                        Map.of("withdrawalReason", "Thử")),
                new Request(
                        "POST /api/v1/agreements/{agreementCode}/programme",
                        "binhduong.officer1",
                        "/api/v1/agreements/" + inForce + "/programme",
                        Map.of("year", 2027, "fields", List.of("mooc"))),
                new Request(
                        "POST /api/v1/indicators/{id}/corrections",
                        "binhduong.officer1",
                        "/api/v1/indicators/" + value + "/corrections",
                        Map.of("value", 6, "date", "2026-11-02", "reason", "Nhập nhầm")),
                new Request(
                        "POST /api/v1/reports",
                        "binhduong.officer1",
                        "/api/v1/reports",
                        Map.of("channel", "binhduong-tayninh", "from", "2001-01-01", "to", "2001-03-31")),
                new Request(
                        "POST /api/v1/reports/{caseCode}/withdrawal",
                        "binhduong.officer1",
                        "/api/v1/reports/" + report + "/withdrawal",
                        Map.of("withdrawalReason", "Thử")),
                new Request(
                        "POST /api/v1/absences",
                        "binhduong.officer1",
                        "/api/v1/absences",
                        Map.of(
                                "person", "binhduong.officer1",
                                "from", "2040-01-01",
                                "to", "2040-01-02",
                                "substitute", "binhduong.officer2",
                                "kinds", List.of(AgreementModel.SIGNING_PROCESS))),
                new Request(
                        "POST /api/v1/tasks/{id}/reminders",
                        "binhduong.leader1",
                        "/api/v1/tasks/" + task + "/reminders",
                        Map.of("note", "Thử")),
                new Request(
                        "POST /api/v1/tasks/{id}/assignee",
                        "binhduong.leader1",
                        "/api/v1/tasks/" + task + "/assignee",
                        Map.of("person", "binhduong.officer2", "note", "Thử")),
                new Request(
                        "POST /api/v1/incidents/{id}/retries",
                        "binhduong.manager1",
                        "/api/v1/incidents/none/retries",
                        Map.of("times", 1)),
                new Request(
                        "POST /api/v1/repairs/migrations",
                        "admin",
                        "/api/v1/repairs/migrations",
                        Map.of("from", "x", "to", "y", "cases", List.of("H09"), "dryRun", true, "reason", "Thử")),
                new Request(
                        "POST /api/v1/repairs/moves",
                        "admin",
                        "/api/v1/repairs/moves",
                        Map.of("caseCode", "H09", "from", "x", "to", "y", "dryRun", true, "reason", "Thử")),
                new Request(
                        "PUT /api/v1/mails/{id}/address",
                        "binhduong.officer1",
                        "/api/v1/mails/" + mailAbout(agreement) + "/address",
                        Map.of("address", "moi@don-vi.example")),
                new Request(
                        "PUT /api/v1/account/mails",
                        "binhduong.officer1",
                        "/api/v1/account/mails",
                        Map.of("choices", Map.of("work", "at-once"))),
                new Request(
                        "PUT /api/v1/drafts/tasks/{taskId}",
                        "binhduong.officer1",
                        "/api/v1/drafts/tasks/" + task,
                        Map.of("values", Map.of("draftNote", "Thử"))),
                new Request(
                        "PUT /api/v1/drafts/starts/{processDefinitionKey}",
                        "binhduong.officer1",
                        "/api/v1/drafts/starts/" + AgreementModel.SIGNING_PROCESS,
                        Map.of("values", Map.of("title", "Thử"))),
                new Request(
                        "POST /api/v1/agreements",
                        "binhduong.officer1",
                        "/api/v1/agreements",
                        Cooperation.agreementFields()),
                new Request(
                        "POST /api/v1/agreements/{caseCode}/withdrawal",
                        "binhduong.officer1",
                        "/api/v1/agreements/" + agreement + "/withdrawal",
                        Map.of("withdrawalReason", "Thử")),
                new Request(
                        "POST /api/v1/agreements/{caseCode}/termination",
                        "binhduong.officer1",
                        "/api/v1/agreements/" + agreement + "/termination",
                        Map.of("terminationReason", "Thử")),
                new Request(
                        "POST /api/v1/signing",
                        "binhduong.leader1",
                        "/api/v1/signing",
                        Map.of(
                                "documentId", UUID.randomUUID().toString(),
                                "certificate", "AAAA",
                                "chain", List.of("AAAA"))),
                new Request(
                        "POST /api/v1/signing/{id}/value",
                        "binhduong.leader1",
                        "/api/v1/signing/" + UUID.randomUUID() + "/value",
                        Map.of("value", "AAAA")),
                new Request(
                        "POST /api/v1/signing/remote",
                        "binhduong.leader1",
                        "/api/v1/signing/remote",
                        Map.of(
                                "documentId", UUID.randomUUID().toString(),
                                "credentialId", "khoa",
                                "pin", "1234",
                                "otp", "5678")),
                new Request(
                        "POST /api/v1/transfer-requests",
                        "tayninh.officer1",
                        "/api/v1/transfer-requests",
                        TransferFields.start()),
                new Request(
                        "POST /api/v1/transfer-requests/{caseCode}/withdrawal",
                        "tayninh.officer1",
                        "/api/v1/transfer-requests/" + transfer + "/withdrawal",
                        Map.of("withdrawalReason", "Thử")),
                new Request(
                        "PUT /api/v1/transfer-requests/{caseCode}/items/{position}/schedule",
                        "binhduong.expert1",
                        "/api/v1/transfer-requests/" + transfer + "/items/1/schedule",
                        Map.of("startsOn", "2028-01-10", "endsOn", "2028-01-11", "place", "Thủ Dầu Một")),
                new Request(
                        "POST /api/v1/consulting-cases",
                        "binhduong.officer1",
                        "/api/v1/consulting-cases",
                        ConsultingFields.start()),
                new Request(
                        "POST /api/v1/consulting-cases/bulk",
                        "binhduong.officer1",
                        "/api/v1/consulting-cases/bulk",
                        bulk),
                new Request(
                        "POST /api/v1/consulting-cases/{caseCode}/support-preview",
                        "binhduong.officer1",
                        "/api/v1/consulting-cases/" + consulting + "/support-preview",
                        Map.of("roadmapSteps", List.of(Map.of("supportKind", "none", "cost", 1)))),
                new Request(
                        "POST /api/v1/consulting-cases/{caseCode}/roadmap-answer",
                        "binhduong.officer1",
                        "/api/v1/consulting-cases/" + consulting + "/roadmap-answer",
                        Map.of("roadmapDecision", "agree", "roadmapComment", "Đồng ý")),
                new Request(
                        "POST /api/v1/consulting-cases/{caseCode}/contact-email",
                        "binhduong.officer1",
                        "/api/v1/consulting-cases/" + consulting + "/contact-email",
                        Map.of("contactEmail", "moi@doanh-nghiep.example")),
                new Request(
                        "POST /api/v1/consulting-cases/{caseCode}/withdrawal",
                        "binhduong.officer1",
                        "/api/v1/consulting-cases/" + consulting + "/withdrawal",
                        Map.of("withdrawalReason", "Thử")),
                new Request(
                        "PUT /api/v1/enterprises/{taxCode}",
                        "binhduong.officer1",
                        "/api/v1/enterprises/" + taxCode,
                        enterprise),
                new Request(
                        "POST /api/v1/enterprises/{taxCode}/contact-erasure",
                        "admin",
                        "/api/v1/enterprises/" + taxCode + "/contact-erasure",
                        Map.of("reason", "Doanh nghiệp yêu cầu")));
    }

    private UUID mailAbout(String caseCode) {
        return jdbc.sql("select id from lienket.message where case_code = ? limit 1")
                .param(caseCode)
                .query(UUID.class)
                .single();
    }

    /** Of a quarter that no other test asks for; the first call opens it. */
    private String report() {
        return jdbc.sql("select case_code from lienket.report where from_day = date '2002-01-01'")
                .query(String.class)
                .optional()
                .orElseGet(() -> cooperation
                        .as("binhduong.officer1")
                        .post(
                                "/api/v1/reports",
                                Map.of("channel", "binhduong-tayninh", "from", "2002-01-01", "to", "2002-03-31"))
                        .expect(HttpStatus.CREATED)
                        .text("caseCode"));
    }

    @Test
    void noRequestIsLeftOut() {
        assertThat(requests()).extracting(Request::door).containsExactlyInAnyOrderElementsOf(doors());
    }

    @Test
    void everyFieldRefusesWhatNoneMayHold() {
        List<Request> requests = requests();
        long cases = cases();
        List<String> wrong = new ArrayList<>();
        for (Request request : requests) {
            for (String field : request.fields().keySet()) {
                List<Object> bad = new ArrayList<>(texts());
                bad.add(new LinkedHashMap<>(Map.of("a", "\u0000")));
                bad.add(List.of("a\u0000"));
                if (!request.takesAnyObject()) {
                    bad.add(Map.of("a", Map.of("b", 1)));
                }
                bad.add(Arrays.asList((Object) null));
                bad.add(List.of(List.of(1)));
                for (Object value : bad) {
                    Answer answer = request.with(cooperation, field, value);
                    if (answer.status() != 400 || !answer.body().contains(field)) {
                        wrong.add("%s %s = %s: %d %s"
                                .formatted(request.door(), field, value, answer.status(), answer.body())
                                .replaceAll("\\p{C}", "?"));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(cases()).isEqualTo(cases);
    }

    @Test
    void aKeyThatNobodyReadsIsRefusedByName() {
        for (Request request : requests()) {
            Answer answer = request.with(cooperation, "unread", "x");
            assertThat(answer.status()).as(request.door()).isEqualTo(400);
            assertThat(answer.body()).as(request.door()).contains("unread");
        }
    }

    static Stream<String> bodies() {
        return Stream.of(
                "{\"title\":\"a\",\"title\":\"b\"}",
                "{\"title\":\"a\"} x",
                "{\"title\":\"a\"}{}",
                "[]",
                "7",
                "\"a\"",
                "null",
                "{");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBodyThatIsNotOneObjectIsRefused(String body) {
        for (String door : List.of(
                "/api/v1/agreements",
                "/api/v1/transfer-requests",
                "/api/v1/consulting-cases",
                "/engine-rest/process-definition/key/" + AgreementModel.SIGNING_PROCESS + "/submit-form")) {
            Answer answer = cooperation.as("binhduong.officer1").sendText("POST", door, body);
            assertThat(answer.status())
                    .as("%s %s %s", door, body, answer.body())
                    .isEqualTo(400);
        }
    }

    private long cases() {
        return jdbc.sql("select count(*) from lienket.dossier")
                .query(Long.class)
                .single();
    }

    private Set<String> doors() {
        return controllers.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(handler -> takesJson(handler.getValue()))
                .flatMap(handler -> handler.getKey().getMethodsCondition().getMethods().stream()
                        .flatMap(method ->
                                handler.getKey().getPatternValues().stream().map(pattern -> method + " " + pattern)))
                .collect(toSet());
    }

    private static boolean takesJson(HandlerMethod handler) {
        return Stream.of(handler.getMethod().getParameters()).anyMatch(RequestFieldsTest::isBody);
    }

    private static boolean isBody(Parameter parameter) {
        return parameter.isAnnotationPresent(RequestBody.class);
    }
}
