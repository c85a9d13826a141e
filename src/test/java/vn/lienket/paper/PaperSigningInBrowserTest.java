package vn.lienket.paper;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.signature.SigningRule;
import vn.lienket.signature.SigningRules;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Chromium;
import vn.lienket.support.ConsultingJourney;
import vn.lienket.support.Cooperation;
import vn.lienket.support.DemoSignature;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.TasklistPage;
import vn.lienket.support.TransferJourney;

/** A contract is submitted on the page of its case, signed in the form by both parties, and known to whoever checks the file. */
@IntegrationTest
class PaperSigningInBrowserTest {

    private static final String PDF = "application/pdf";
    private static final String SEAL = "Ký số văn bản (văn thư, chữ ký số của cơ quan, tổ chức)";
    private static final String LEADERS_THEN_SEALS = """
            - paper: transfer-contract
              parties: parallel
              signers:
                - { rank: 1, role: leader, key: person }
                - { rank: 2, role: clerk, key: body }
            """;

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    Cooperation cooperation;

    @Autowired
    SigningRules rules;

    @Test
    void bothPartiesSignAContractInTheForm() {
        TransferJourney transfer = cooperation
                .transfer(Map.of("title", "Hợp đồng ký số trong biểu mẫu"))
                .upToDelivery();
        int work = transfer.view().path("openTasks").size();

        Page page = CHROMIUM.signIn("binhduong.clerk1");
        page.navigate("/cases/" + transfer.code());
        page.locator("button", new Page.LocatorOptions().setHasText("Trình ký số"))
                .click();
        Locator papers = papersOf(page);
        assertThat(papers).containsText("Đang chờ ký: Sở Thông tin và Truyền thông tỉnh Bình Dương");
        assertThat(papers.locator("button")).hasCount(0);
        assertThat(transfer.view().path("openTasks")).hasSize(work + 1);

        TasklistPage provider = form("binhduong.leader1", transfer).check("Ký văn bản");
        byte[] issued = provider.download(fileOf(provider));
        provider.upload("Tệp đã ký", "chua-ky.pdf", PDF, issued).refused("Tệp đã ký phải là PDF ký tiếp");
        byte[] first = signed(issued, "binhduong.leader1");
        provider.upload("Tệp đã ký", "ben-giao-ky.pdf", PDF, first);
        assertThat(provider.shown("found")).containsText("Chữ ký số chuyên dùng công vụ");
        CHROMIUM.picture(provider.page(), "paper-first-party");
        provider.complete();

        TasklistPage requester = form("tayninh.leader1", transfer).check("Ký văn bản");
        assertThat(requester.shown("signatures")).containsText("Chữ ký hợp lệ");
        byte[] last = signed(first, "tayninh.leader1");
        requester.upload("Tệp đã ký", "ben-nhan-ky.pdf", PDF, last);
        requester.scrollTo("signatures");
        CHROMIUM.picture(requester.page(), "paper-second-party");
        requester.complete();

        Page after = CHROMIUM.signIn("tayninh.officer1");
        after.navigate("/cases/" + transfer.code());
        assertThat(papersOf(after)).containsText("Đã ký đủ");
        assertThat(papersOf(after).locator("tbody tr")).hasCount(2);
        papersOf(after).scrollIntoViewIfNeeded();
        CHROMIUM.picture(after, "paper-case-page");
        assertThat(transfer.view().path("openTasks")).hasSize(work);

        assertThat(checked(last)).contains("Đúng bản đã ký, hai chữ ký hợp lệ.", "Hợp đồng chuyển giao công nghệ");
        assertThat(checked(first)).contains("bản mới có chữ ký của một phần các bên");
        assertThat(checked(issued)).contains("bản đã ban hành, chưa có chữ ký số");
        assertThat(checked(AgreementCase.continued(last, "more"))).contains("Tệp đã bị thay đổi sau khi ký.");
    }

    @Test
    void thoseOfOneRankSignInAnyOrderEachWhatTheOneBeforeHasSigned() {
        TransferJourney transfer = cooperation
                .transfer(Map.of("title", "Hợp đồng ký theo bậc trong biểu mẫu"))
                .upToDelivery();
        Page page = CHROMIUM.signIn("binhduong.clerk1");
        page.navigate("/cases/" + transfer.code());
        try (SigningRule leadersThenSeals = SigningRule.of(rules, LEADERS_THEN_SEALS)) {
            page.locator("button", new Page.LocatorOptions().setHasText("Trình ký số"))
                    .click();
        }
        assertThat(papersOf(page))
                .containsText("Đang chờ ký: Sở Thông tin và Truyền thông tỉnh Bình Dương;"
                        + " Sở Thông tin và Truyền thông tỉnh Tây Ninh");
        papersOf(page).scrollIntoViewIfNeeded();
        CHROMIUM.picture(page, "paper-waits-for-both");

        TasklistPage requester = form("tayninh.leader1", transfer).check("Ký văn bản");
        assertThat(requester.shown("turn")).containsText("chữ ký số của chính người ký");
        assertThat(requester.shown("turn")).containsText("Cùng lượt, ký trước hay sau đều được");
        byte[] issued = requester.download(fileOf(requester));
        byte[] first = signed(issued, "tayninh.leader1");
        requester.upload("Tệp đã ký", "ben-nhan-ky.pdf", PDF, first).scrollTo("turn");
        CHROMIUM.picture(requester.page(), "paper-turn-of-one-of-two");
        requester.complete();

        TasklistPage provider = form("binhduong.leader1", transfer).check("Ký văn bản");
        provider.upload("Tệp đã ký", "ben-giao-ky.pdf", PDF, signed(issued, "binhduong.leader1"))
                .refused("Văn bản vừa có thêm chữ ký của người khác.");
        CHROMIUM.picture(provider.page(), "paper-overtaken");
        byte[] second = signed(first, "binhduong.leader1");
        provider.upload("Tệp đã ký", "ben-giao-ky-tiep.pdf", PDF, second).complete();

        TasklistPage clerk = form("tayninh.clerk1", SEAL, transfer).check("Ký văn bản");
        assertThat(clerk.shown("turn")).containsText("chữ ký số của cơ quan, tổ chức (con dấu điện tử)");
        assertThat(clerk.shown("signatures").locator("li")).hasCount(2);
        byte[] third = signed(second, "tayninh.clerk1");
        clerk.upload("Tệp đã ký", "dong-dau.pdf", PDF, third).complete();
        byte[] last = signed(third, "binhduong.clerk1");
        form("binhduong.clerk1", SEAL, transfer)
                .check("Ký văn bản")
                .upload("Tệp đã ký", "dong-dau.pdf", PDF, last)
                .complete();

        Page after = CHROMIUM.signIn("tayninh.officer1");
        after.navigate("/cases/" + transfer.code());
        assertThat(papersOf(after)).containsText("Đã ký đủ");
        assertThat(papersOf(after).locator("tbody tr")).hasCount(4);
        papersOf(after).scrollIntoViewIfNeeded();
        CHROMIUM.picture(after, "paper-signed-by-ranks");
        assertThat(checked(last)).contains("Đúng bản đã ký, bốn chữ ký hợp lệ.");
    }

    @Test
    void aReportIsSubmittedByItsOwnBodyAloneAndItsCaseStaysClosed() {
        ConsultingJourney consulting = cooperation.consulting().closed();
        String path = "/api/v1/cases/%s/papers".formatted(consulting.code());
        JsonNode papers = cooperation
                .as("binhduong.officer1")
                .get(path)
                .expect(HttpStatus.OK)
                .json();
        assertThat(papers)
                .extracting(paper -> paper.path("name").asText())
                .containsExactly("Quyết định hỗ trợ", "Báo cáo kết quả tư vấn");
        String signing = path + "/" + papers.get(1).path("documentId").asText() + "/signing";

        cooperation.as("tayninh.leader1").get(path).expectRefusal(HttpStatus.NOT_FOUND);
        cooperation.as("tayninh.leader1").post(signing, Map.of()).expectRefusal(HttpStatus.NOT_FOUND);
        cooperation.as("qtsc.leader1").post(signing, Map.of()).expectRefusal(HttpStatus.FORBIDDEN);
        cooperation.as("binhduong.manager1").post(signing, Map.of()).expectRefusal(HttpStatus.FORBIDDEN);
        cooperation
                .as("binhduong.clerk1")
                .post(path + "/%s/signing".formatted("0f0f0f0f-0000-4000-8000-000000000067"), Map.of())
                .expectRefusal(HttpStatus.NOT_FOUND);
        assertThat(consulting.openTaskKeys()).isEmpty();

        JsonNode submitted = cooperation
                .as("binhduong.clerk1")
                .post(signing, Map.of())
                .expect(HttpStatus.CREATED)
                .json();
        assertThat(submitted.at("/signing/state").asText()).isEqualTo("WAITING");
        cooperation.as("binhduong.clerk1").post(signing, Map.of()).expectRefusal(HttpStatus.CONFLICT);
        assertThat(consulting.view().path("caseStatus").asInt()).isEqualTo(10);
    }

    private static Locator papersOf(Page page) {
        return page.locator(".card", new Page.LocatorOptions().setHasText("Ký văn bản đã ban hành"));
    }

    private static TasklistPage form(String person, TransferJourney transfer) {
        return form(person, "Ký số văn bản", transfer);
    }

    private static TasklistPage form(String person, String task, TransferJourney transfer) {
        return CHROMIUM.tasklistOf(person).open(task, transfer.code()).claim();
    }

    private static Locator fileOf(TasklistPage form) {
        return form.form().locator("[data-slot=file] a.lk-download");
    }

    private String checked(byte[] file) {
        return cooperation
                .anonymous()
                .upload("/verify", Map.of(), "tep.pdf", file)
                .expect(HttpStatus.OK)
                .body();
    }

    private byte[] signed(byte[] pdf, String person) {
        byte[] key = cooperation
                .as(person)
                .get("/demo/keys/%s.p12".formatted(person.replaceFirst("\\.clerk\\d$", "")))
                .bytes();
        return DemoSignature.on(pdf, key, Clock.systemUTC());
    }
}
