package vn.lienket.consulting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.page.LinkToken;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

@IntegrationTest
class AnswerByLinkTest {

    private static final String NAME = "Công ty TNHH Thuận An";
    private static final String ANSWERED = "đã có câu trả lời";

    @Autowired
    Cooperation cooperation;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anEnterpriseSupplementsItsCaseThroughTheLinkInItsMail() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        String token = asked.askForSupplement("Thiếu báo cáo tài chính");

        assertThat(asked.open(token).expect(HttpStatus.OK).body())
                .contains("Thiếu báo cáo tài chính", asked.taxCode(), "value=\"30.000.000.000\"", "value=\"" + NAME)
                .containsPattern("name=\"womenOwned\" value=\"true\" checked");
        Answer sent = asked.supplement(token, Map.of("employees", "48", "revenue", "31.000.000.000"))
                .expect(HttpStatus.FOUND);

        assertThat(sent.header("Location")).endsWith("/consulting/answers/received");
        assertThat(asked.visitor().open("/consulting/answers/received").body()).contains("Đã nhận trả lời");
        asked.awaitState("VERIFYING");
        JsonNode view = asked.view();
        assertThat(view.path("caseStatus").asInt()).isOne();
        assertThat(view.path("supplementNote").asText()).isEqualTo("Đã gửi báo cáo tài chính.");
        assertThat(view.path("enterprise").path("employees").asInt()).isEqualTo(48);
        assertThat(view.path("enterprise").path("revenue").asLong()).isEqualTo(31_000_000_000L);
        assertThat(view.path("enterprise").path("womenOwned").asBoolean()).isFalse();
    }

    @Test
    void aLinkAnswersOnce() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        String token = asked.askForSupplement("Thiếu báo cáo");
        asked.supplement(token, Map.of()).expect(HttpStatus.FOUND);

        assertGone(asked.open(token), ANSWERED);
        assertGone(asked.supplement(token, Map.of("employees", "99")), ANSWERED);

        assertThat(asked.view().path("enterprise").path("employees").asInt()).isEqualTo(45);
    }

    @Test
    void ofTwoWhoAnswerAtOnceOneCounts() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        String token = asked.sendRoadmap();

        List<Integer> statuses = Stream.of("agree", "changes")
                .map(decision -> CompletableFuture.supplyAsync(
                        () -> asked.answerRoadmap(token, decision, "Ý kiến").status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(statuses).containsExactlyInAnyOrder(302, 410);
        assertThat(asked.view().path("roadmapAnswers")).hasSize(1);
    }

    @Test
    void anEnterpriseAnswersEachVersionOfItsRoadmapThroughTheLinkOfThatVersion() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        String first = asked.sendRoadmap();

        assertThat(asked.open(first).expect(HttpStatus.OK).body())
                .contains("Thuê phần mềm quản lý kho", "80.000.000 đồng", "40.000.000 đồng", "Nghị định 80/2021/NĐ-CP");
        Answer pdf = asked.visitor().get("/consulting/answers/roadmap.pdf?token=" + first);
        assertThat(new String(pdf.expect(HttpStatus.OK).bytes(), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        asked.answerRoadmap(first, "changes", "Giảm chi phí").expect(HttpStatus.FOUND);
        String second = asked.sendRoadmapAgain();

        assertGone(asked.open(first), ANSWERED);
        assertGone(asked.answerRoadmap(first, "agree", ""), ANSWERED);
        asked.visitor().get("/consulting/answers/roadmap.pdf?token=" + first).expectRefusal(HttpStatus.NOT_FOUND);
        asked.answerRoadmap(second, "agree", "").expect(HttpStatus.FOUND);

        asked.awaitState("DECIDING_SUPPORT");
        JsonNode answers = asked.view().path("roadmapAnswers");
        assertThat(answers.findValuesAsText("decision")).containsExactly("changes", "agree");
        assertThat(answers.findValuesAsText("author")).containsOnly("enterprise");
        assertThat(answers.findValuesAsText("authorName")).containsOnly("Doanh nghiệp");
    }

    @Test
    void whoDeclinesARoadmapSaysWhy() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        String token = asked.sendRoadmap();

        assertThat(asked.answerRoadmap(token, "decline", " ")
                        .expect(HttpStatus.BAD_REQUEST)
                        .body())
                .contains("id=\"roadmapComment-problem\">Ý kiến của doanh nghiệp: không được để trống.<")
                .containsPattern("value=\"decline\" checked");
        assertThat(asked.answerRoadmap(token, "", "")
                        .expect(HttpStatus.BAD_REQUEST)
                        .body())
                .contains("id=\"roadmapDecision-problem\">Trả lời về lộ trình: hãy chọn một phương án.<");
        asked.answerRoadmap(token, "decline", "Chưa đủ vốn").expect(HttpStatus.FOUND);

        asked.awaitState("ROADMAP_DECLINED");
        assertThat(asked.view().path("endReason").asText()).isEqualTo("Chưa đủ vốn");
        assertGone(asked.open(token), ANSWERED);
    }

    @Test
    void whatIsWrongStandsBesideItsFieldAndChangesNothing() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        String token = asked.askForSupplement("Thiếu báo cáo");

        String page = asked.supplement(
                        token,
                        Map.of("enterpriseName", " ", "employees", "4.5", "contactPhone", "12", "supplementNote", ""))
                .expect(HttpStatus.BAD_REQUEST)
                .body();

        assertThat(page)
                .contains(
                        "id=\"enterpriseName-problem\">Tên doanh nghiệp: không được để trống.<",
                        "id=\"employees-problem\">Số lao động: phải là số nguyên",
                        "id=\"contactPhone-problem\">Điện thoại liên hệ: phải là số",
                        "id=\"supplementNote-problem\">Nội dung bổ sung: không được để trống.<",
                        "value=\"4.5\"",
                        "href=\"#employees\"")
                .containsPattern("id=\"revenue-problem\"><");
        assertThat(asked.state()).isEqualTo("SUPPLEMENTING");
        asked.supplement(token, Map.of()).expect(HttpStatus.FOUND);
    }

    @Test
    void aFormChangesNothingButItsOwnFields() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        String token = asked.askForSupplement("Thiếu báo cáo");

        asked.supplement(token, Map.of("taxCode", "0100109106", "caseStatus", "10", "leadOrganisation", "qtsc"))
                .expect(HttpStatus.FOUND);

        JsonNode view = asked.view();
        assertThat(view.path("enterprise").path("taxCode").asText()).isEqualTo(asked.taxCode());
        assertThat(view.path("leadOrganisation").asText()).isEqualTo("binhduong");
        assertThat(cooperation
                        .as("admin")
                        .get("/engine-rest/history/variable-instance?variableName=caseStatus&processInstanceId="
                                + cooperation
                                        .as("admin")
                                        .get("/engine-rest/process-instance?processDefinitionKey="
                                                + ConsultingModel.PROCESS + "&businessKey=" + asked.code())
                                        .json()
                                        .get(0)
                                        .path("id")
                                        .asText())
                        .json()
                        .findValuesAsText("value"))
                .containsExactly("1");
    }

    @Test
    void anAnswerThatTheOfficerRecordedOvertakesTheLink() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        String first = asked.askForSupplement("Thiếu báo cáo");
        asked.complete(ConsultingModel.TASK_SUPPLEMENT, Map.of("supplementNote", "Gửi qua bưu điện"));

        assertGone(asked.open(first), ANSWERED);
        assertGone(asked.supplement(first, Map.of("employees", "99")), ANSWERED);
        assertThat(asked.view().path("supplementNote").asText()).isEqualTo("Gửi qua bưu điện");

        String roadmap = asked.sendRoadmap();
        asked.complete(ConsultingModel.TASK_CONFIRM_ROADMAP, Map.of("roadmapDecision", "agree"));
        assertGone(asked.answerRoadmap(roadmap, "decline", "Không"), ANSWERED);
        assertThat(asked.view().path("roadmapAnswers").findValuesAsText("author"))
                .containsExactly(AskedCase.OFFICER);
    }

    @Test
    void aCaseThatWasWithdrawnAsksNothingMore() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        String token = asked.askForSupplement("Thiếu báo cáo");
        asked.officer()
                .post("/api/v1/consulting-cases/" + asked.code() + "/withdrawal", Map.of("withdrawalReason", "Mở nhầm"))
                .expect(HttpStatus.NO_CONTENT);

        assertGone(asked.open(token), "đã được rút");
        assertGone(asked.supplement(token, Map.of()), "đã được rút");
    }

    @Test
    void aLinkEndsAfterSixtyDays() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        String token = asked.askForSupplement("Thiếu báo cáo");
        assertThat(jdbc.sql("select expires_at - created_at = interval '60 days' from lienket.consulting_link"
                                + " where case_code = ?")
                        .param(asked.code())
                        .query(Boolean.class)
                        .single())
                .isTrue();

        jdbc.sql("update lienket.consulting_link set created_at = now() - interval '60 days', expires_at = now()"
                        + " where case_code = ?")
                .param(asked.code())
                .update();

        assertGone(asked.open(token), "đã quá hạn");
        assertGone(asked.supplement(token, Map.of()), "đã quá hạn");
        assertThat(asked.state()).isEqualTo("SUPPLEMENTING");
    }

    @Test
    void aLinkNobodyMadeOpensNothing() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        String supplement = asked.askForSupplement("Thiếu báo cáo");

        for (String token : List.of("", "A".repeat(43), supplement.substring(1), "' or 1=1 --")) {
            assertThat(asked.supplement(token, Map.of())
                            .expect(HttpStatus.NOT_FOUND)
                            .body())
                    .contains("Liên kết này không đúng");
        }
        asked.open("A".repeat(43)).expect(HttpStatus.NOT_FOUND);
        asked.answerRoadmap(supplement, "agree", "").expect(HttpStatus.NOT_FOUND);
        assertThat(asked.state()).isEqualTo("SUPPLEMENTING");
    }

    @Test
    void aLateAnswerResumesTheCase() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        String token = asked.askForSupplement("Thiếu báo cáo");
        asked.letTimeRunOut();
        assertThat(asked.view().path("caseStatus").asInt()).isEqualTo(8);

        asked.open(token).expect(HttpStatus.OK);
        asked.supplement(token, Map.of()).expect(HttpStatus.FOUND);

        asked.awaitState("VERIFYING");
        assertThat(asked.view().path("caseStatus").asInt()).isOne();
        assertThat(asked.task(ConsultingModel.TASK_VERIFY)).isNotNull();
    }

    @Test
    void whatPeopleWroteIsShownAsTextOnly() {
        AskedCase asked = new AskedCase(cooperation, "Công ty <b onclick=alert(1)>\" & Bạn");
        String token = asked.askForSupplement("<script>alert(2)</script>");

        String page = asked.open(token).body();
        String again = asked.supplement(
                        token, Map.of("contactName", "\"><script>alert(3)</script>", "supplementNote", ""))
                .body();

        assertThat(page + again)
                .contains("&lt;b onclick=alert(1)&gt;&quot; &amp; Bạn", "&lt;script&gt;alert(2)&lt;/script&gt;")
                .doesNotContain("<b onclick", "<script");
    }

    @Test
    void thePagesKeepTheirSecret() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        String token = asked.askForSupplement("Thiếu báo cáo");

        Answer page = asked.open(token);

        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(page.header("Set-Cookie")).isNull();
        assertThat(jdbc.sql("select hash from lienket.consulting_link where case_code = ?")
                        .param(asked.code())
                        .query(byte[].class)
                        .single())
                .isEqualTo(new LinkToken(token).hash());
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(jdbc.sql("select text_body || html_body from lienket.message"
                                        + " where case_code = ? and secret")
                                .param(asked.code())
                                .query(String.class)
                                .list())
                        .containsExactly("", ""));
    }

    private static void assertGone(Answer answer, String sentence) {
        assertThat(answer.expect(HttpStatus.GONE).body()).contains(sentence, "vanthu@binhduong.example");
    }
}
