package vn.lienket.consulting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.document.SampleFiles;
import vn.lienket.page.LinkToken;
import vn.lienket.support.Actor.SentFile;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.TaxCodes;

@IntegrationTest
class EnterprisePageTest {

    private static final String NAME = "Công ty TNHH Vĩnh Phú";
    private static final String OPENED = "Đã nhận hồ sơ tư vấn";
    private static final String RENEWED = "Liên kết đến trang hồ sơ";
    private static final String UNUSABLE = "Liên kết này không đúng, hoặc đã hết hạn.";
    private static final SentFile PDF = new SentFile("Báo cáo tài chính.pdf", SampleFiles.pdf("báo cáo"));
    private static final Pattern PAPER = Pattern.compile("/consulting/cases/documents/([0-9a-f-]{36})\\?token=");

    @Autowired
    Cooperation cooperation;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyMailLeadsToAPageThatTellsHowTheCaseStands() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        String first = asked.pageToken(OPENED, 1);

        String page = text(asked.openPage(first).expect(HttpStatus.OK));
        assertThat(page)
                .contains(
                        asked.code(),
                        NAME,
                        asked.taxCode(),
                        "Mới đăng ký (hiện tại): ngày ",
                        "Được tiếp nhận: chưa đến",
                        "Yêu cầu bổ sung giấy tờ: không phát sinh",
                        "Hiện không có việc nào doanh nghiệp cần làm.",
                        "Kiểm tra hồ sơ doanh nghiệp, hạn ",
                        "Chưa có văn bản nào.",
                        "vanthu@binhduong.example");
        assertThat(asked.openPage(first).body().split("<li value=", -1)).hasSize(11);

        asked.askForSupplement("Thiếu báo cáo tài chính");
        String second = asked.pageToken("Cần bổ sung hồ sơ", 1);
        page = text(asked.openPage(second).expect(HttpStatus.OK));
        assertThat(page)
                .contains(
                        "Bổ sung hồ sơ, đến hết ngày ",
                        "Thiếu báo cáo tài chính",
                        "Yêu cầu bổ sung giấy tờ (hiện tại): ngày ",
                        "Cơ quan chờ trả lời của doanh nghiệp.",
                        "thời hạn xử lý đang dừng, chờ doanh nghiệp bổ sung.");
        assertThat(text(asked.openPage(first).expect(HttpStatus.OK))).contains("Yêu cầu bổ sung giấy tờ (hiện tại)");
    }

    @Test
    void thePageTakesTheAnswerWithItsFilesAndLeadsBack() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        asked.askForSupplement("Thiếu báo cáo tài chính");
        String token = asked.pageToken("Cần bổ sung hồ sơ", 1);
        assertThat(asked.open(token).expect(HttpStatus.OK).body())
                .contains(
                        "enctype=\"multipart/form-data\"",
                        "accept=\".pdf,.docx,.xlsx,.png,.jpg,.jpeg\"",
                        "name=\"round\" value=\"1\"",
                        "PDF, DOCX, XLSX, PNG, JPEG, không có macro, không đặt mật khẩu");

        Answer sent = asked.supplement(
                        token, Map.of("round", "1"), List.of(PDF, new SentFile("ảnh.png", SampleFiles.png())))
                .expect(HttpStatus.FOUND);

        assertThat(sent.header("Location")).contains("/consulting/cases?").contains("answered=1");
        asked.awaitState("VERIFYING");
        assertThat(asked.view().path("documents").findValuesAsText("kind")).containsExactly("supplement", "supplement");
        assertThat(asked.view().path("documents").findValuesAsText("fileName"))
                .containsExactlyInAnyOrder("Báo cáo tài chính.pdf", "ảnh.png");
        JsonNode timeline = asked.officer()
                .get("/api/v1/cases/%s/timeline".formatted(asked.code()))
                .json();
        assertThat(Stream.of(timeline)
                        .flatMap(entries -> entries.findParents("what").stream())
                        .filter(entry -> entry.path("kind").asText().equals("document"))
                        .map(entry -> entry.path("byName").asText()))
                .containsOnly("Doanh nghiệp");
        assertThat(cooperation
                        .session(AskedCase.OFFICER)
                        .open("/cases/" + asked.code())
                        .body())
                .contains("Doanh nghiệp gửi", "Báo cáo tài chính.pdf");
        Answer page = asked.openPage(token).expect(HttpStatus.OK);
        assertThat(text(page))
                .contains(
                        "Báo cáo tài chính.pdf (Doanh nghiệp gửi, ngày ",
                        "ngày làm việc không tính vào thời hạn xử lý.",
                        "Hiện không có việc nào doanh nghiệp cần làm.");
        assertThat(asked.visitor()
                        .get("/consulting/cases/documents/%s?token=%s"
                                .formatted(papers(page).get(0), token))
                        .expect(HttpStatus.OK)
                        .header("Content-Disposition"))
                .startsWith("attachment");
        assertGone(asked, asked.supplement(token, Map.of("round", "1"), List.of(PDF)), "đã có câu trả lời");
        assertThat(asked.view().path("documents")).hasSize(2);
    }

    @Test
    void aRefusedAnswerSaysWhatIsAcceptedAndChangesNothing() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        String token = asked.askForSupplement("Thiếu báo cáo");

        Answer wrong = asked.supplement(
                        token,
                        Map.of("supplementNote", "Gửi kèm giấy tờ"),
                        List.of(
                                PDF,
                                new SentFile("cài đặt.pdf", SampleFiles.exe()),
                                new SentFile("trống.pdf", new byte[0])))
                .expect(HttpStatus.BAD_REQUEST);
        assertThat(wrong.body())
                .contains(
                        "Tệp “cài đặt.pdf” không thuộc loại được nhận: PDF, DOCX, XLSX, PNG, JPEG, không có macro,"
                                + " không đặt mật khẩu.",
                        "Tệp “trống.pdf” không có nội dung.",
                        "href=\"#files\"",
                        "Các tệp chưa được nhận, xin chọn lại.",
                        ">Gửi kèm giấy tờ</textarea>")
                .doesNotContain("(file)");

        assertThat(asked.supplement(token, Map.of(), Collections.nCopies(11, PDF))
                        .expect(HttpStatus.BAD_REQUEST)
                        .body())
                .contains("Tệp gửi kèm: nhận nhiều nhất 10 tệp mỗi lần trả lời.");
        assertThat(asked.supplement(token, Map.of(), Collections.nCopies(60, PDF))
                        .expect(HttpStatus.PAYLOAD_TOO_LARGE)
                        .body())
                .contains("Gửi quá nhiều tệp trong một lần.");
        assertThat(asked.supplement(token, Map.of("supplementNote", ""), List.of(PDF))
                        .expect(HttpStatus.BAD_REQUEST)
                        .body())
                .contains("Nội dung bổ sung: không được để trống.", "xin chọn lại");
        assertThat(asked.state()).isEqualTo("SUPPLEMENTING");
        assertThat(asked.view().path("documents")).isEmpty();
        assertThat(jdbc.sql("select count(*) from lienket.document where uploaded_by = 'Doanh nghiệp'"
                                + " and not exists (select from lienket.case_document where document_id = id)")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void filesThatAreTooLargeTogetherAreRefusedOnAPage() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        String token = asked.askForSupplement("Thiếu báo cáo");
        byte[] large = SampleFiles.pdf(18 << 20);

        Answer refused = asked.supplement(token, Map.of(), Collections.nCopies(3, new SentFile("a.pdf", large)))
                .expect(HttpStatus.PAYLOAD_TOO_LARGE);

        assertThat(refused.header("Content-Type")).startsWith("text/html");
        assertThat(refused.body()).contains("Các tệp gửi một lần lớn hơn giới hạn 50 MB.", "class=\"card\"");
        assertThat(asked.state()).isEqualTo("SUPPLEMENTING");
    }

    @Test
    void aFileThatIsTooLargeAloneIsNamedOnThePageThatKeepsWhatWasTyped() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        String token = asked.askForSupplement("Thiếu báo cáo");
        SentFile large = new SentFile("bao-cao.pdf", SampleFiles.pdf((50 << 20) + 1));

        Answer refused = asked.supplement(token, Map.of("supplementNote", "Gửi kèm báo cáo"), List.of(large))
                .expect(HttpStatus.PAYLOAD_TOO_LARGE);

        assertThat(refused.body()).contains("Tệp “bao-cao.pdf” lớn hơn giới hạn 50 MB.", ">Gửi kèm báo cáo</textarea>");
        assertThat(asked.state()).isEqualTo("SUPPLEMENTING");
    }

    @Test
    void anHourAndACaseTakeSoManyFiles() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        String token = asked.askForSupplement("Thiếu báo cáo");
        asked.supplement(token, Map.of(), List.of(PDF)).expect(HttpStatus.FOUND);
        String again = askAgain(asked, "Thiếu hợp đồng");
        multiply(asked, 25, "now()");
        assertThat(asked.supplement(again, Map.of(), Collections.nCopies(5, PDF))
                        .expect(HttpStatus.BAD_REQUEST)
                        .body())
                .contains("nhận nhiều nhất 30 tệp mỗi giờ.");
        multiply(asked, 71, "now() - interval '2 hours'");
        assertThat(asked.supplement(again, Map.of(), Collections.nCopies(4, PDF))
                        .expect(HttpStatus.BAD_REQUEST)
                        .body())
                .contains("nhận nhiều nhất 100 tệp trong một hồ sơ.");
        asked.supplement(again, Map.of("round", "2"), List.of()).expect(HttpStatus.FOUND);
    }

    private static String askAgain(AskedCase asked, String what) {
        asked.awaitState("VERIFYING");
        asked.complete(
                ConsultingModel.TASK_VERIFY, Map.of("verificationDecision", "supplement", "verificationComment", what));
        return asked.pageToken("Cần bổ sung hồ sơ", 2);
    }

    /** As if the case had so many more. */
    private void multiply(AskedCase asked, int times, String at) {
        jdbc.sql("""
                        with more as (
                            insert into lienket.document (id, channel, file_name, media_type, size, sha256, version, uploaded_by, uploaded_at)
                            select gen_random_uuid(), channel, file_name, media_type, size, sha256, 1, uploaded_by, uploaded_at
                            from lienket.document, generate_series(1, :times)
                            where id = (select document_id from lienket.case_document where case_code = :code and version = 1)
                            returning id)
                        insert into lienket.case_document (case_code, kind, version, document_id, added_at, added_by)
                        select :code, 'supplement', (select max(version) from lienket.case_document where case_code = :code)
                            + row_number() over (), id, %s, 'Doanh nghiệp' from more""".formatted(at))
                .param("times", times)
                .param("code", asked.code())
                .update();
    }

    @Test
    void ofTwoAnswersAtOnceOneCountsWithItsFiles() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        String answer = asked.askForSupplement("Thiếu báo cáo");
        String page = asked.pageToken("Cần bổ sung hồ sơ", 1);

        List<Integer> statuses = Stream.of(answer, page)
                .map(token ->
                        CompletableFuture.supplyAsync(() -> asked.supplement(token, Map.of("round", "1"), List.of(PDF))
                                .status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(statuses).containsOnlyOnce(302).containsAnyOf(303, 410);
        assertThat(asked.view().path("documents")).hasSize(1);
    }

    @Test
    void whoHasSeenAnEarlierRoadmapDoesNotAnswerTheNextOne() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        asked.sendRoadmap();
        String page = asked.pageToken("Lộ trình chuyển đổi số", 1);
        assertThat(text(asked.openPage(page)))
                .contains("Trả lời về lộ trình chuyển đổi số, đến hết ngày ", "Lộ trình chuyển đổi số, ngày ");
        asked.complete(
                ConsultingModel.TASK_CONFIRM_ROADMAP, Map.of("roadmapDecision", "changes", "roadmapComment", "Sửa"));
        asked.sendRoadmapAgain();

        Answer refused = asked.visitor()
                .submit("/consulting/answers/roadmap", Map.of("token", page, "round", "1", "roadmapDecision", "agree"))
                .expect(HttpStatus.CONFLICT);

        assertThat(refused.body()).contains("lộ trình phiên bản 2", "name=\"round\" value=\"2\"");
        assertThat(refused.body()).doesNotContainPattern("value=\"agree\" checked");
        assertThat(asked.state()).isEqualTo("CONFIRMING");
        asked.visitor()
                .submit(
                        "/consulting/answers/roadmap?token=" + page,
                        Map.of("round", "2", "roadmapDecision", "agree"),
                        "files",
                        List.of(PDF))
                .expect(HttpStatus.FOUND);
        asked.awaitState("DECIDING_SUPPORT");
        assertThat(asked.view().path("roadmapAnswers").findValuesAsText("author"))
                .containsExactly(AskedCase.OFFICER, "enterprise");
    }

    @Test
    void itShowsAndHandsOutNothingThatIsTheOfficesOwn() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        asked.sendRoadmap();
        String token = asked.pageToken("Lộ trình chuyển đổi số", 1);
        AskedCase foreign = new AskedCase(cooperation, NAME);
        foreign.sendRoadmap();
        String foreignToken = foreign.pageToken("Lộ trình chuyển đổi số", 1);
        String own = papers(asked.openPage(token)).get(0);
        String theirs = papers(foreign.openPage(foreignToken)).get(0);
        String evidence = cooperation.as("qtsc.expert1").uploaded("binhduong-qtsc", "noi-bo.pdf", PDF.content());
        jdbc.sql("insert into lienket.case_document (case_code, kind, version, document_id, added_at, added_by)"
                        + " values (?, 'evidence', 1, ?::uuid, now(), 'qtsc.expert1')")
                .params(asked.code(), evidence)
                .update();

        String page = asked.openPage(token).body();
        assertThat(page)
                .contains("Lo-trinh-" + asked.code())
                .doesNotContain("noi-bo.pdf", "qtsc.expert", "binhduong.officer", "Task_", "<script");
        assertThat(new String(
                        asked.visitor()
                                .get("/consulting/cases/documents/%s?token=%s".formatted(own, token))
                                .expect(HttpStatus.OK)
                                .bytes(),
                        0,
                        5,
                        StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        for (String id : List.of(theirs, evidence, "x", "../" + own)) {
            asked.visitor()
                    .get("/consulting/cases/documents/%s?token=%s".formatted(id.replace("/", "%2F"), token))
                    .expectRefusal(id.startsWith("..") ? HttpStatus.BAD_REQUEST : HttpStatus.NOT_FOUND);
        }
        asked.visitor()
                .get("/consulting/cases/documents/%s?token=%s".formatted(own, foreignToken))
                .expectRefusal(HttpStatus.NOT_FOUND);
        asked.visitor()
                .get("/consulting/cases/documents/%s?token=%s".formatted(own, "A".repeat(43)))
                .expectRefusal(HttpStatus.NOT_FOUND);
    }

    @Test
    void aLinkNobodyMadeOpensNothingAndAnAnswerLinkOpensNoPage() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        String answer = asked.askForSupplement("Thiếu báo cáo");

        for (String token : List.of("", "A".repeat(43), "%27+or+1=1", answer)) {
            assertThat(asked.openPage(token).expect(HttpStatus.NOT_FOUND).body())
                    .contains(UNUSABLE, "href=\"/consulting/link\"")
                    .doesNotContain(asked.code());
        }
    }

    @Test
    void aLinkLastsForATermAfterTheEnd() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        asked.askForSupplement("Thiếu báo cáo");
        String token = asked.pageToken(OPENED, 1);
        asked.officer()
                .post("/api/v1/consulting-cases/" + asked.code() + "/withdrawal", Map.of("withdrawalReason", "Mở nhầm"))
                .expect(HttpStatus.NO_CONTENT);

        assertThat(text(asked.openPage(token).expect(HttpStatus.OK)))
                .contains(
                        "Công dân yêu cầu rút hồ sơ (hiện tại)",
                        "Mở nhầm",
                        "không qua bước này",
                        "Trang mở được đến hết ngày ");
        assertGone(asked, asked.supplement(token, Map.of("round", "1"), List.of(PDF)), "đã được rút");
        endedAgo(asked, 90);
        asked.openPage(token).expect(HttpStatus.OK);
        endedAgo(asked, 91);
        assertThat(asked.openPage(token).expect(HttpStatus.NOT_FOUND).body()).contains(UNUSABLE);
    }

    private void endedAgo(AskedCase asked, int days) {
        jdbc.sql("update lienket.consulting_case set closed_on ="
                        + " (now() at time zone 'Asia/Ho_Chi_Minh')::date - ? where case_code = ?")
                .params(days, asked.code())
                .update();
    }

    @Test
    void whatWentToAFormerAddressOpensNothingAnyMore() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        String answer = asked.askForSupplement("Thiếu báo cáo");
        String former = asked.pageToken(OPENED, 1);

        asked.supplement(answer, Map.of("contactEmail", "moi-" + asked.email())).expect(HttpStatus.FOUND);

        asked.openPage(former).expect(HttpStatus.NOT_FOUND);
        asked.openPage(asked.pageToken("moi-" + asked.email(), "Địa chỉ liên hệ của hồ sơ đã đổi", 1))
                .expect(HttpStatus.OK);
    }

    @Test
    void aNewLinkGoesToTheAddressOfTheCaseOnly() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        String first = asked.pageToken(OPENED, 1);

        List<Answer> answers = List.of(
                ask(asked.taxCode(), "Contact" + asked.email().substring(7), ""),
                ask(asked.taxCode(), "ai-do@enterprise.example", ""),
                ask(TaxCodes.next(), asked.email(), ""),
                ask(asked.taxCode(), asked.email(), "H09-000000-0000"),
                ask(asked.taxCode(), asked.email(), asked.code()));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header("Location")).endsWith("/consulting/link/asked");
        });
        String renewed = asked.pageToken(RENEWED, 2);
        asked.openPage(renewed).expect(HttpStatus.OK);
        asked.openPage(first).expect(HttpStatus.OK);
        assertThat(asked.visitor().open("/consulting/link/asked").body())
                .contains("Nếu có hồ sơ với mã số thuế và địa chỉ thư này");
        assertThat(asked.visitor()
                        .get("/mailbox/messages?to=ai-do@enterprise.example")
                        .json())
                .isEmpty();
        // three an hour, and two of these have been
        for (int more = 0; more < 3; more++) {
            ask(asked.taxCode(), asked.email(), "").expect(HttpStatus.FOUND);
        }
        asked.pageToken(RENEWED, 3);
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(10))
                .until(() -> asked.pageToken(RENEWED, 3) != null);
    }

    private Answer ask(String taxCode, String email, String caseCode) {
        return cooperation
                .anonymous()
                .submit("/consulting/link", Map.of("taxCode", taxCode, "email", email, "caseCode", caseCode));
    }

    @Test
    void whatIsWrongWithARequestForALinkIsSaid() {
        assertThat(ask("123", "khong-phai", "H09-1\"><b>")
                        .expect(HttpStatus.BAD_REQUEST)
                        .body())
                .contains(
                        "id=\"taxCode-problem\">Mã số thuế: ",
                        "id=\"email-problem\">Thư điện tử: ",
                        "value=\"khong-phai\"")
                .doesNotContain("<b>");
        assertThat(cooperation
                        .anonymous()
                        .open("/consulting/link?case=H09-261123-0001")
                        .expect(HttpStatus.OK)
                        .body())
                .contains("value=\"H09-261123-0001\"");
    }

    @Test
    void thePageKeepsItsSecret() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        String token = asked.pageToken(OPENED, 1);

        Answer page = asked.openPage(token);

        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(page.header("Set-Cookie")).isNull();
        assertThat(jdbc.sql("select hash from lienket.consulting_page_link where case_code = ?")
                        .param(asked.code())
                        .query(byte[].class)
                        .single())
                .isEqualTo(new LinkToken(token).hash());
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(jdbc.sql("select text_body || html_body from lienket.message"
                                        + " where case_code = ? and person_id is null")
                                .param(asked.code())
                                .query(String.class)
                                .list())
                        .containsExactly(""));
    }

    @Test
    void whatAnEnterpriseSentIsHandedOverAndItsLinksGoWithItsContact() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        String token = asked.askForSupplement("Thiếu báo cáo");
        String page = asked.pageToken(OPENED, 1);
        asked.supplement(
                        token,
                        Map.of("contactName", "Lý Kim Ngân Hạnh", "contactEmail", asked.email()),
                        List.of(new SentFile("Giấy ủy quyền Lý Kim Ngân Hạnh.pdf", PDF.content())))
                .expect(HttpStatus.FOUND);
        asked.officer()
                .post("/api/v1/consulting-cases/" + asked.code() + "/withdrawal", Map.of("withdrawalReason", "Mở nhầm"))
                .expect(HttpStatus.NO_CONTENT);
        asked.openPage(page).expect(HttpStatus.OK);
        String registry = "/api/v1/enterprises/" + asked.taxCode();
        assertThat(asked.officer().get(registry + "/contact-data").json().toString())
                .contains("Tệp doanh nghiệp gửi", "Giấy ủy quyền Lý Kim Ngân Hạnh.pdf");

        asked.officer()
                .post(registry + "/contact-erasure", Map.of("reason", "Yêu cầu bằng văn bản"))
                .expect(HttpStatus.OK);

        asked.openPage(page).expect(HttpStatus.NOT_FOUND);
        assertThat(jdbc.sql("select count(*) from lienket.consulting_page_link where case_code = ?")
                        .param(asked.code())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Before a byte of the files is read. */
    private static void assertGone(AskedCase asked, Answer answer, String sentence) {
        String page = answer.expect(HttpStatus.SEE_OTHER).header("Location");
        assertThat(asked.visitor().open(page).expect(HttpStatus.GONE).body()).contains(sentence);
    }

    private static List<String> papers(Answer page) {
        List<String> ids = new ArrayList<>();
        Matcher paper = PAPER.matcher(page.body());
        while (paper.find()) {
            ids.add(paper.group(1));
        }
        return ids;
    }

    /** What people read. */
    private static String text(Answer page) {
        return page.body()
                .replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\s+", " ")
                .replace(" ,", ",");
    }
}
