package vn.lienket.agreement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.document.SampleFiles;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Chromium;
import vn.lienket.support.CockpitPage;
import vn.lienket.support.Cooperation;
import vn.lienket.support.DemoSignature;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.MailboxPage;
import vn.lienket.support.TasklistPage;

@IntegrationTest
class AgreementInTasklistTest {

    private static final String TITLE = "Thỏa thuận hợp tác chuyển đổi số, ký trong Tasklist";
    private static final String DRAFT = "Soạn dự thảo thỏa thuận";
    private static final String REVIEW = "Thẩm định dự thảo";
    private static final String REVISE = "Chỉnh sửa dự thảo";
    private static final String APPROVE = "Phê duyệt để ký";
    private static final String SIGN = "Ký thỏa thuận";
    private static final String REGISTER = "Vào sổ, cấp số";
    private static final String RENEW = "Quyết định gia hạn";
    private static final String CHANGES = "Điều 3: bổ sung đầu mối phối hợp và thời hạn trả lời của mỗi bên.";
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String PDF = "application/pdf";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    Cooperation cooperation;

    private String code;
    private AgreementCase ending;

    @Test
    void itsPeopleTakeAnAgreementFromTheStartFormToInForce() {
        officerStartsTheCase();
        officerHasTheDraftMade();
        legalAgrees("binhduong.legal1");
        otherLegalAsksForChanges();
        managerSeesTheCaseInCockpit();
        officerRevisesAfterTheMail();
        legalAgrees("binhduong.legal1");
        otherLegalAgreesHavingSeenTheEarlierComment();
        leaderApproves("binhduong.leader1");
        leaderApproves("tayninh.leader1");
        leaderSignsByContinuingTheFile();
        otherLeaderSignsByHand();
        anotherAgreementIsRegisteredMeanwhile();
        clerkRegisters("binhduong.clerk1");
        otherClerkRegistersHavingSeenTheNumber();
        agreementIsInForce();
        everybodyWasTold();
        officerRenewsTheOtherBeforeItEnds();
    }

    private void officerStartsTheCase() {
        TasklistPage tasklist = CHROMIUM.tasklistOf("binhduong.officer1").beginCase("Ký kết thỏa thuận hợp tác");
        tasklist.refused("Tên thỏa thuận: không được để trống.");
        picture(tasklist, "start-refused");
        tasklist.fill("Tên thỏa thuận", TITLE)
                .select("Loại văn bản", "BTT")
                .select("Kênh hợp tác", "binhduong-tayninh")
                .check("Trung tâm giám sát, điều hành thông minh")
                .check("Tổng đài 1022")
                .fill("Căn cứ pháp lý", "Luật Công nghệ thông tin số 67/2006/QH11")
                .fill("Ngày bắt đầu hiệu lực", LocalDate.now(VIETNAM).plusMonths(1))
                .fill("Ngày hết hiệu lực", LocalDate.now(VIETNAM))
                .refused("Ngày hết hiệu lực: phải sau ngày bắt đầu hiệu lực.")
                .fill("Ngày hết hiệu lực", LocalDate.now(VIETNAM).plusYears(5));
        picture(tasklist, "start");
        tasklist.start();
        code = tasklist.caseCode(TITLE);
        picture(tasklist, "dossier-code-on-the-card");
    }

    private void officerHasTheDraftMade() {
        TasklistPage tasklist = CHROMIUM.tasklistOf("binhduong.officer1").open(DRAFT, code);
        picture(tasklist, "draft-unclaimed");
        tasklist.claim();
        assertThat(tasklist.form()).containsText(TITLE);
        tasklist.refused("Cách lập dự thảo: hãy tải tệp lên, hoặc chọn tạo từ mẫu.");
        picture(tasklist, "draft-refused");
        tasklist.check("Để hệ thống tạo dự thảo từ mẫu").fill("Ghi chú của người soạn", "Theo mẫu chung của hai Sở.");
        picture(tasklist, "draft");
        tasklist.complete();
    }

    private void legalAgrees(String user) {
        TasklistPage tasklist = CHROMIUM.tasklistOf(user);
        int mine = countOf(tasklist.filter("Việc của tôi"));
        tasklist.open(REVIEW, code).claim();
        assertThat(tasklist.shown("draft")).containsText("gửi bởi Chuyên viên 1");
        assertThat(tasklist.filter("Việc của tôi").locator(".counter:visible")).hasText(String.valueOf(mine + 1));
        tasklist.check("Đồng ý");
        picture(tasklist, "review-agreed");
        tasklist.complete();
    }

    private void otherLegalAsksForChanges() {
        TasklistPage tasklist =
                CHROMIUM.tasklistOf("tayninh.legal1").open(REVIEW, code).claim();
        assertThat(tasklist.shown("awaited"))
                .hasText(Pattern.compile("^Chưa cho ý kiến \\(thẩm định\\): [^;]*Tây Ninh\\.$"));
        tasklist.refused("Kết quả thẩm định: hãy chọn một phương án.");
        tasklist.check("Yêu cầu sửa").refused("Ý kiến thẩm định: không được để trống.");
        picture(tasklist, "review-refused");
        tasklist.fill("Ý kiến thẩm định", CHANGES);
        picture(tasklist, "review-changes");
        tasklist.complete();
    }

    private void managerSeesTheCaseInCockpit() {
        CockpitPage cockpit = CHROMIUM.cockpitOf("binhduong.manager1").open("Ký kết thỏa thuận hợp tác", code);
        assertThat(cockpit.element(AgreementModel.TASK_REVISE)).containsText("Chỉnh sửa dự thảo");
        assertThat(cockpit.tokens(AgreementModel.TASK_REVISE)).hasText("1");
        CHROMIUM.picture(cockpit.page(), "cockpit");
    }

    private void officerRevisesAfterTheMail() {
        CHROMIUM.signIn("binhduong.officer1");
        MailboxPage mails = mailsTo("binhduong.officer1").read("[%s] Việc mới: %s".formatted(code, REVISE));
        CHROMIUM.picture(mails.page(), "mail-of-a-task");
        TasklistPage tasklist = mails.followLink().showing(REVISE);
        assertThat(tasklist.form()).containsText(code);
        tasklist.claim();
        assertThat(tasklist.form().locator(".lk-negative")).containsText(CHANGES);
        assertThat(tasklist.form().locator(".lk-negative")).containsText("Pháp chế 1");
        tasklist.refused("Bản dự thảo mới: hãy tải lên bản đã chỉnh sửa.");
        picture(tasklist, "revise-refused");
        byte[] draft = tasklist.download(
                tasklist.form().locator("[data-slot=versions] a.lk-download").first());
        tasklist.upload("Bản dự thảo mới", "du-thao-lan-2.pdf", PDF, AgreementCase.continued(draft, "revised"))
                .fill("Nội dung chỉnh sửa", "Đã bổ sung đầu mối và thời hạn tại Điều 3.");
        picture(tasklist, "revise");
        tasklist.complete();
    }

    private void otherLegalAgreesHavingSeenTheEarlierComment() {
        TasklistPage tasklist =
                CHROMIUM.tasklistOf("tayninh.legal1").open(REVIEW, code).claim();
        assertThat(tasklist.shown("draft")).containsText("Đã bổ sung đầu mối và thời hạn tại Điều 3.");
        assertThat(tasklist.shown("versions")).containsText("Theo mẫu chung của hai Sở.");
        tasklist.form().getByText("Ý kiến về phiên bản 1").click();
        assertThat(tasklist.shown("earlier-rounds")).containsText(CHANGES);
        tasklist.check("Đồng ý");
        picture(tasklist, "second-review");
        tasklist.complete();
    }

    private void leaderApproves(String user) {
        TasklistPage tasklist = CHROMIUM.tasklistOf(user).open(APPROVE, code).claim();
        assertThat(tasklist.shown("draft")).containsText("du-thao-lan-2.pdf");
        picture(tasklist, "approve");
        tasklist.check("Từ chối").refused("Ý kiến phê duyệt: không được để trống.");
        picture(tasklist, "approve-refused");
        tasklist.check("Phê duyệt").complete();
    }

    private void leaderSignsByContinuingTheFile() {
        TasklistPage tasklist =
                CHROMIUM.tasklistOf("binhduong.leader1").open(SIGN, code).claim();
        byte[] approved = tasklist.download(tasklist.form().locator("[data-slot=file] a.lk-download"));
        tasklist.upload("Tệp đã ký", "in-lai.pdf", PDF, SampleFiles.pdf("printed anew"))
                .refused("Tệp đã ký phải là PDF ký tiếp trên đúng văn bản đã duyệt");
        picture(tasklist, "sign-refused");
        tasklist.upload("Tệp đã ký", "da-ky.pdf", PDF, AgreementCase.continued(approved, "signed"))
                .refused("Tệp chưa có chữ ký số nào.");
        byte[] key = cooperation
                .as("binhduong.leader1")
                .get("/demo/keys/binhduong.leader1.p12")
                .bytes();
        tasklist.upload("Tệp đã ký", "da-ky.pdf", PDF, DemoSignature.on(approved, key, Clock.systemUTC()));
        assertThat(tasklist.shown("found")).containsText("Chữ ký hợp lệ");
        picture(tasklist, "sign");
        tasklist.complete();
    }

    private void otherLeaderSignsByHand() {
        TasklistPage tasklist =
                CHROMIUM.tasklistOf("tayninh.leader1").open(SIGN, code).claim();
        assertThat(tasklist.form().locator("[data-slot=signatures]")).containsText("Lãnh đạo 1");
        tasklist.check("Ký tay, tải bản quét").upload("Tệp đã ký", "ban-quet.png", "image/png", SampleFiles.png());
        picture(tasklist, "sign-by-hand");
        tasklist.complete();
    }

    /** Under the numbers that were the next ones when the clerks got their tasks. */
    private void anotherAgreementIsRegisteredMeanwhile() {
        ending = cooperation
                .agreement(Map.of(
                        "title",
                        "Thỏa thuận sắp hết hiệu lực",
                        "effectiveFrom",
                        LocalDate.now(VIETNAM).toString(),
                        "effectiveTo",
                        LocalDate.now(VIETNAM).plusDays(45).toString()))
                .inForce();
    }

    private void clerkRegisters(String user) {
        TasklistPage tasklist = CHROMIUM.tasklistOf(user).open(REGISTER, code).claim();
        Locator number = tasklist.field("Số, ký hiệu văn bản");
        assertThat(number).hasValue(Pattern.compile("\\d{2,}/BTT-.+"));
        String proposed = number.inputValue();
        assertThat(ending.view().path("register").findValuesAsText("number"))
                .as("proposed when the form is opened")
                .doesNotContain(proposed);
        picture(tasklist, "register");
        tasklist.refused("Ngày văn bản: hãy nhập ngày.")
                .fill("Ngày văn bản", LocalDate.now(VIETNAM).toString())
                .fill("Số, ký hiệu văn bản", "số năm")
                .refused("Số, ký hiệu văn bản phải có dạng 05/BTT-STTTT.");
        picture(tasklist, "register-refused");
        tasklist.fill("Số, ký hiệu văn bản", proposed).complete();
        assertThat(agreement().path("register").findValuesAsText("number")).contains(proposed);
    }

    private void otherClerkRegistersHavingSeenTheNumber() {
        TasklistPage tasklist =
                CHROMIUM.tasklistOf("tayninh.clerk1").open(REGISTER, code).claim();
        assertThat(tasklist.shown("register")).containsText("Văn thư 1");
        assertThat(tasklist.shown("register")).containsText("(đơn vị bạn)Chưa vào sổ");
        tasklist.fill("Ngày văn bản", LocalDate.now(VIETNAM).toString()).complete();
    }

    private void officerRenewsTheOtherBeforeItEnds() {
        TasklistPage tasklist = CHROMIUM.tasklistOf("binhduong.officer1")
                .open(RENEW, ending.code())
                .claim();
        assertThat(tasklist.shown("term")).containsText("còn 45 ngày");
        tasklist.refused("Quyết định gia hạn: hãy chọn một phương án.");
        picture(tasklist, "renewal");
        tasklist.check("Gia hạn").complete();
        await().untilAsserted(() ->
                assertThat(ending.view().path("successor").asText()).isNotEmpty());
    }

    private void agreementIsInForce() {
        await().untilAsserted(
                        () -> assertThat(agreement().path("state").asText()).isEqualTo("IN_FORCE"));
        JsonNode agreement = agreement();
        assertThat(agreement.path("openTasks")).isEmpty();
        assertThat(agreement.path("rounds")).hasSize(2);
        assertThat(agreement.at("/rounds/0/reviews").findValuesAsText("comment"))
                .contains(CHANGES);
        assertThat(agreement.at("/signatures/0/byHand").asBoolean()).isFalse();
        assertThat(agreement.at("/signatures/1/byHand").asBoolean()).isTrue();
        assertThat(agreement.at("/signatures/1/signerName").asText()).startsWith("Lãnh đạo 1");
        assertThat(agreement.path("register")).hasSize(2);
    }

    private void everybodyWasTold() {
        told("binhduong.officer1", DRAFT);
        for (String organisation : List.of("binhduong", "tayninh")) {
            told(organisation + ".legal1", REVIEW);
            told(organisation + ".leader1", APPROVE);
            told(organisation + ".leader1", SIGN);
            told(organisation + ".clerk1", REGISTER);
            MailboxPage mail = mailsTo(organisation + ".clerk1").read("[%s] Thỏa thuận có hiệu lực".formatted(code));
            assertThat(mail.content()).containsText("ký tay");
            CHROMIUM.picture(mail.page(), "mail-in-force");
        }
    }

    private void told(String user, String task) {
        MailboxPage mail = mailsTo(user).read("[%s] Việc mới: %s".formatted(code, task));
        assertThat(mail.content()).containsText(TITLE);
        mail.page().close();
    }

    private MailboxPage mailsTo(String user) {
        return CHROMIUM.mailsTo("%s@%s.example".formatted(user, user.substring(0, user.indexOf('.'))));
    }

    private JsonNode agreement() {
        return cooperation
                .as("binhduong.officer1")
                .get("/api/v1/agreements/" + code)
                .expect(HttpStatus.OK)
                .json();
    }

    private static int countOf(Locator filter) {
        return Integer.parseInt(filter.locator(".counter:visible").innerText());
    }

    private static void picture(TasklistPage tasklist, String name) {
        CHROMIUM.picture(tasklist.page(), name);
    }
}
