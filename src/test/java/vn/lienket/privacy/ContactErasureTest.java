package vn.lienket.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.embedded.EmbeddedMailServer;
import vn.lienket.notification.process.NotificationModel;
import vn.lienket.support.Actor;
import vn.lienket.support.Answer;
import vn.lienket.support.ConsultingJourney;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.TaxCodes;

/** What is stored of an enterprise's contact is handed over and erased, in the whole product and down to its tables. */
@IntegrationTest
class ContactErasureTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Cooperation cooperation;

    @Autowired
    private EmbeddedMailServer mailServer;

    @Autowired
    private JdbcClient jdbc;

    private StoredTraces traces;
    private Actor officer;
    private String taxCode;

    private String name;
    private String email;
    private String formerEmail;
    private String phone;
    /** The phone number as people write it, without the first 0. */
    private String spoken;

    @BeforeEach
    void begin() {
        traces = new StoredTraces(jdbc);
        officer = cooperation.as("binhduong.officer1");
        taxCode = TaxCodes.next();
        name = "Lê Thị Ngọc "
                + taxCode.chars()
                        .mapToObj(digit -> Character.toString(digit - '0' + 'a'))
                        .collect(Collectors.joining());
        email = "Han.%s@xoa-dau-vet.example".formatted(taxCode);
        formerEmail = "cu.%s@xoa-dau-vet.example".formatted(taxCode);
        phone = "09" + taxCode.substring(2);
        spoken = "%s %s %s".formatted(phone.substring(1, 4), phone.substring(4, 7), phone.substring(7));
    }

    private List<String> traces() {
        return Stream.of(name, email, formerEmail, phone, spoken, spoken.replace(' ', '.'))
                .flatMap(sought -> traces.of(sought).stream())
                .toList();
    }

    @AfterEach
    void startMailServerAgain() {
        mailServer.start();
    }

    @Test
    void leavesNoTraceOfAContactWhereverItWasWritten() {
        imported();
        ConsultingJourney consulting = supplemented();
        cooperation
                .as("binhduong.officer1")
                .post(
                        "/engine-rest/task/"
                                + consulting
                                        .task(ConsultingModel.TASK_VERIFY)
                                        .path("id")
                                        .asText() + "/comment/create",
                        Map.of("message", "Đã gọi %s, số +84 %s".formatted(name, spoken)))
                .expect(HttpStatus.OK);
        consulting.closed();
        awaitMails(consulting);
        ConsultingJourney withdrawn = withdrawnWhileNoMailGoesOut();
        assertThat(traces.of(email))
                .contains(
                        "lienket.enterprise.contact_email",
                        "lienket.enterprise_change.changes",
                        "lienket.consulting_case.contact_email",
                        "lienket.consulting_case.supplement_note",
                        "lienket.message.recipient_email",
                        "lienket.mailbox_message.recipient",
                        "public.act_hi_detail.text_",
                        "public.act_hi_job_log.job_exception_msg_",
                        "public.act_ru_job.exception_msg_",
                        "public.act_ge_bytearray.bytes_");
        assertThat(traces.of(spoken)).contains("public.act_hi_comment.message_");
        assertThat(traces.of(formerEmail)).contains("lienket.enterprise_change.changes");

        JsonNode erasure = erase("Người liên hệ yêu cầu bằng văn bản số 12")
                .expect(HttpStatus.OK)
                .json();

        assertThat(traces()).isEmpty();
        assertThat(erasure.path("erasedBy").asText()).isEqualTo("binhduong.officer1");
        assertThat(erasure.path("changed").asInt()).isGreaterThan(20);
        JsonNode after = data();
        assertThat(after.path("emails")).isEmpty();
        assertThat(after.path("items"))
                .allSatisfy(item -> assertThat(item.path("value").asText()).doesNotContain(email, phone));
        assertThat(after.at("/erasures/0/reason").asText()).isEqualTo("Người liên hệ yêu cầu bằng văn bản số 12");
        assertThat(consulting.view().path("enterprise").toString()).doesNotContain(name);
        history();
        noMailGoesOutAfterwards(withdrawn);
    }

    @Test
    void handsOverWhatIsStoredWithThePlaceOfEach() {
        imported();
        ConsultingJourney consulting = supplemented();
        awaitMails(consulting);

        JsonNode data = data();

        assertThat(texts(data.path("names"))).contains(name);
        assertThat(texts(data.path("emails"))).containsExactlyInAnyOrder(email, formerEmail);
        assertThat(texts(data.path("phones"))).contains(phone);
        assertThat(data.path("items").findValuesAsText("table"))
                .contains(
                        "lienket.enterprise",
                        "lienket.enterprise_change",
                        "lienket.consulting_case",
                        "lienket.message",
                        "lienket.mailbox_message",
                        "act_hi_varinst",
                        "act_hi_detail");
        assertThat(data.path("items"))
                .anySatisfy(item -> {
                    assertThat(item.path("reference").asText()).isEqualTo(consulting.code());
                    assertThat(item.path("field").asText()).isEqualTo("Nội dung bổ sung");
                })
                .allSatisfy(item -> assertThat(item.path("place").asText()).isNotBlank());
    }

    /** Once a mail is out, its link is forgotten; until then it stands in the mail. */
    @Test
    void givesNoLinkAwayByWhichTheEnterpriseAnswers() {
        imported();
        mailServer.stop();
        supplemented();

        assertThat(data().toString()).contains("token=…").doesNotContainPattern("token=[\\w-]");
    }

    @Test
    void isRefusedWhileACaseIsOpenAndThenChangesNothing() {
        ConsultingJourney consulting = supplemented();
        List<String> before = traces.of(email);

        assertThat(erase("Theo yêu cầu").expectRefusal(HttpStatus.CONFLICT).sentence())
                .contains(consulting.code());

        assertThat(traces.of(email)).containsAll(before);
        officer.post(consulting.path() + "/withdrawal", Map.of("withdrawalReason", "Không cần nữa"));
        erase("Theo yêu cầu").expect(HttpStatus.OK);
    }

    @Test
    void wantsAReasonThatDoesNotKeepWhatItErases() {
        imported();

        erase(" ").expectRefusal(HttpStatus.BAD_REQUEST);
        erase("Bà " + name + " yêu cầu").expectRefusal(HttpStatus.BAD_REQUEST);
        erase("Số +84.%s không còn dùng".formatted(spoken.replace(' ', '.'))).expectRefusal(HttpStatus.BAD_REQUEST);

        assertThat(officer.get("/api/v1/enterprises/" + taxCode).text("contactEmail"))
                .isEqualTo(email);
    }

    @Test
    void doneTwiceIsDoneOnceAndAContactThatComesBackIsErasedAgain() {
        imported();
        JsonNode first = erase("Lần thứ nhất").expect(HttpStatus.OK).json();

        assertThat(erase("Lần thứ hai").expect(HttpStatus.OK).json()).isEqualTo(first);

        imported();
        erase("Lần thứ ba").expect(HttpStatus.OK);
        assertThat(data().path("erasures").findValuesAsText("reason")).containsExactly("Lần thứ ba", "Lần thứ nhất");
        assertThat(traces()).isEmpty();
    }

    @Test
    void leavesAloneWhoOnlySharesTheAddress() {
        imported();
        String erased = taxCode;
        taxCode = TaxCodes.next();
        imported();

        officer.post("/api/v1/enterprises/" + erased + "/contact-erasure", Map.of("reason", "Theo yêu cầu"))
                .expect(HttpStatus.OK);

        assertThat(officer.get("/api/v1/enterprises/" + taxCode).text("contactEmail"))
                .isEqualTo(email);
        erase("Dọn dẹp sau kiểm thử").expect(HttpStatus.OK);
    }

    @Test
    void theHistoryStillYieldsToNothingElse() {
        imported();

        assertThatThrownBy(() -> jdbc.sql("update lienket.enterprise_change set changed_by = 'x' where tax_code = ?")
                        .param(taxCode)
                        .update())
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> jdbc.sql("""
                                update lienket.enterprise_change set changes = jsonb_set(changes, '{contactEmail}', '["a@b.vn", "c@d.vn"]')
                                where tax_code = ?""").param(taxCode).update()).hasMessageContaining("never changed");
        assertThatThrownBy(() -> jdbc.sql(
                                "update lienket.enterprise_change set changes = changes - 'contactEmail' where tax_code = ?")
                        .param(taxCode)
                        .update())
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> jdbc.sql(
                                "update lienket.enterprise_change set changes = jsonb_set(changes, '{revenue}', '[null, null]') where tax_code = ?")
                        .param(taxCode)
                        .update())
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> jdbc.sql("delete from lienket.enterprise_change where tax_code = ?")
                        .param(taxCode)
                        .update())
                .hasMessageContaining("never changed");
        erase("Dọn dẹp sau kiểm thử").expect(HttpStatus.OK);
        assertThatThrownBy(() -> jdbc.sql("delete from lienket.contact_erasure where tax_code = ?")
                        .param(taxCode)
                        .update())
                .hasMessageContaining("never changed");
    }

    @ParameterizedTest
    @CsvSource({
        "binhduong.leader1, 403",
        "binhduong.expert1, 403",
        "qtsc.officer1, 403",
        "tayninh.officer1, 403",
        "tayninh.manager1, 403",
        "binhduong.officer2, 404",
        "admin, 404"
    })
    void isForTheOfficersOfTheKeeperAndNobodyLearnsOfAnEnterprise(String user, int unknown) {
        Actor actor = cooperation.as(user);
        String nobody = "/api/v1/enterprises/" + TaxCodes.next();

        assertThat(actor.get(nobody + "/contact-data").status()).isEqualTo(unknown);
        assertThat(actor.post(nobody + "/contact-erasure", Map.of("reason", "x"))
                        .status())
                .isEqualTo(unknown);
    }

    @Test
    void wantsToKnowWhoAsks() {
        cooperation.anonymous().get(path() + "/contact-data").expect(HttpStatus.UNAUTHORIZED);
        cooperation
                .anonymous()
                .post(path() + "/contact-erasure", Map.of("reason", "x"))
                .expect(HttpStatus.UNAUTHORIZED);
    }

    private String path() {
        return "/api/v1/enterprises/" + taxCode;
    }

    private Answer erase(String reason) {
        return officer.post(path() + "/contact-erasure", Map.of("reason", reason));
    }

    private JsonNode data() {
        return officer.get(path() + "/contact-data").expect(HttpStatus.OK).json();
    }

    /** Two imports, the first with a former address and a refused row with the same phone number. */
    private void imported() {
        for (String row : List.of(
                "%s,Công ty Xóa Dấu Vết,trade-services,9,1,1,không,%s,%s,%s"
                        .formatted(taxCode, name, formerEmail, phone),
                "%s,Công ty Xóa Dấu Vết,trade-services,9,1,1,không,%s,%s,%s\n%s,Công ty Sai,trade-services,9,1,1,không,,%s,"
                                .formatted(taxCode, name, email, phone, "3700145021", email + " ")
                        + "\n%s,Công ty Sai,trade-services,9,1,1,không,,%s (%s),"
                                .formatted(TaxCodes.next(), name, email))) {
            Answer accepted = officer.upload(
                            "/api/v1/enterprises/import",
                            Map.of(),
                            "danh-sach.csv",
                            ("taxCode,enterpriseName,sector,employees,revenue,capital,womenOwned,contactName,contactEmail,contactPhone\n"
                                            + row + "\n")
                                    .getBytes(StandardCharsets.UTF_8))
                    .expect(HttpStatus.ACCEPTED);
            await().atMost(PATIENCE)
                    .until(() -> officer.get(accepted.header("Location"))
                            .text("state")
                            .equals("DONE"));
        }
    }

    /** A case that was sent back once and answered, with the contact in its words. */
    private ConsultingJourney supplemented() {
        ConsultingJourney consulting = cooperation.consulting(Map.of(
                "taxCode", taxCode, "contactName", name, "contactEmail", email, "contactPhone", "+84 " + spoken));
        consulting
                .complete(
                        "binhduong.officer1",
                        ConsultingModel.TASK_VERIFY,
                        Map.of(
                                "verificationDecision",
                                "supplement",
                                "verificationComment",
                                "Gọi lại số 0" + spoken.replace(' ', '.')))
                .expect(HttpStatus.NO_CONTENT);
        consulting
                .complete(
                        "binhduong.officer1",
                        ConsultingModel.TASK_SUPPLEMENT,
                        Map.of(
                                "supplementNote",
                                "Bà %s trả lời qua %s".formatted(name, email),
                                "contactName",
                                name,
                                "contactEmail",
                                email,
                                "contactPhone",
                                "0" + spoken))
                .expect(HttpStatus.NO_CONTENT);
        consulting.task(ConsultingModel.TASK_VERIFY);
        return consulting;
    }

    private void awaitMails(ConsultingJourney consulting) {
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql("select count(*) from lienket.message where case_code = ? and sent_at is null")
                                .param(consulting.code())
                                .query(Long.class)
                                .single()
                        == 0);
    }

    /** A second case whose mails fail, so that the reasons of the failures name the address. */
    private ConsultingJourney withdrawnWhileNoMailGoesOut() {
        mailServer.stop();
        ConsultingJourney consulting = cooperation.consulting(Map.of("taxCode", taxCode));
        consulting
                .complete(
                        "binhduong.officer1",
                        ConsultingModel.TASK_VERIFY,
                        Map.of("verificationDecision", "decline", "verificationComment", "Trùng hồ sơ của " + email))
                .expect(HttpStatus.NO_CONTENT);
        await().atMost(PATIENCE)
                .until(() -> jobs(consulting).stream()
                        .allMatch(job -> job.path("retries").asInt() < 5));
        return consulting;
    }

    private List<JsonNode> jobs(ConsultingJourney consulting) {
        List<JsonNode> jobs = new ArrayList<>();
        Actor admin = cooperation.as("admin");
        admin.get("/engine-rest/process-instance?processDefinitionKey=" + NotificationModel.PROCESS + "&businessKey="
                        + consulting.code())
                .json()
                .forEach(instance -> admin.get("/engine-rest/job?processInstanceId="
                                + instance.path("id").asText())
                        .json()
                        .forEach(jobs::add));
        return jobs;
    }

    private void noMailGoesOutAfterwards(ConsultingJourney withdrawn) {
        mailServer.start();
        List<JsonNode> waiting = jobs(withdrawn);
        assertThat(waiting).isNotEmpty();
        waiting.forEach(job -> cooperation
                .as("admin")
                .post("/engine-rest/job/" + job.path("id").asText() + "/execute", Map.of())
                .expect(HttpStatus.NO_CONTENT));
        assertThat(jobs(withdrawn)).isEmpty();
        assertThat(traces()).isEmpty();
    }

    /** Still tells when a contact changed, not to what. */
    private void history() {
        JsonNode history =
                officer.get(path() + "/history").expect(HttpStatus.OK).json();
        assertThat(history.at("/0/source").asText()).isEqualTo("erasure");
        assertThat(history)
                .hasSizeGreaterThan(2)
                .anySatisfy(change -> assertThat(change.path("changes")).anySatisfy(field -> {
                    assertThat(field.path("field").asText()).isEqualTo("contactEmail");
                    assertThat(field.path("to").asText()).isEqualTo(Redaction.MARK);
                }));
    }

    private static List<String> texts(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.asText()));
        return texts;
    }
}
