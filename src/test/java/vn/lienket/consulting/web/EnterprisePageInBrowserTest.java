package vn.lienket.consulting.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.document.SampleFiles;
import vn.lienket.support.Chromium;
import vn.lienket.support.Cooperation;
import vn.lienket.support.Inspection;
import vn.lienket.support.IntegrationTest;

@IntegrationTest
class EnterprisePageInBrowserTest {

    private static final FilePayload REPORT =
            new FilePayload("Báo cáo tài chính 2025.pdf", "application/pdf", SampleFiles.pdf("báo cáo"));

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    Cooperation cooperation;

    private final Inspection inspection = new Inspection();

    @Test
    void anEnterpriseFollowsItsMailSupplementsItsCaseAndSeesWhatComesOfIt() {
        AskedCase asked = new AskedCase(cooperation, "Công ty TNHH Cơ khí Dầu Tiếng");
        asked.askForSupplement("Gửi báo cáo tài chính năm 2025.");
        CHROMIUM.open("/help");
        Page page = CHROMIUM.mailsTo(asked.email()).read("Cần bổ sung hồ sơ").follow("Xem hồ sơ");
        page.setViewportSize(390, 844);

        assertThat(page.locator("[aria-current=step]")).containsText("Yêu cầu bổ sung giấy tờ (hiện tại)");
        look(page, "enterprise-asked");
        page.getByText("Bổ sung và gửi tệp").focus();
        page.keyboard().press("Enter");
        page.getByLabel("Nội dung bổ sung").fill("Gửi kèm báo cáo.");
        page.getByLabel("Tệp gửi kèm")
                .setInputFiles(new FilePayload("bao-cao.pdf", "application/pdf", SampleFiles.exe()));
        look(page, "enterprise-answer");
        send(page);
        assertThat(page.locator("[role=alert]"))
                .containsText("Tệp “bao-cao.pdf” không thuộc loại được nhận: PDF, DOCX");
        assertThat(page.getByLabel("Nội dung bổ sung")).hasValue("Gửi kèm báo cáo.");
        look(page, "enterprise-refused");
        page.getByLabel("Tệp gửi kèm").setInputFiles(REPORT);
        send(page);

        assertThat(page.locator(".done")).containsText("Đã nhận trả lời của doanh nghiệp.");
        assertThat(page.locator("[aria-current=step]")).containsText("Mới đăng ký (hiện tại)");
        look(page, "enterprise-answered");
        Locator file = page.getByText(REPORT.name);
        assertThat(page.waitForDownload(file::click).suggestedFilename()).isEqualTo(REPORT.name);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(file).isVisible();
        CHROMIUM.picture(page, "enterprise-printed");

        String officer = CHROMIUM.tasklistOf(AskedCase.OFFICER)
                .open("Kiểm tra hồ sơ doanh nghiệp", asked.code())
                .page()
                .locator(".lk-download")
                .first()
                .textContent();
        assertThat(officer).contains("Doanh nghiệp gửi 1: " + REPORT.name);
        inspection.findsNothing();
    }

    @Test
    void whoHasLostTheMailAsksForALink() {
        AskedCase asked = new AskedCase(cooperation, "Công ty TNHH Mộc Tân Uyên");
        Page page = CHROMIUM.open("/consulting/link?case=" + asked.code());
        page.setViewportSize(390, 844);
        look(page, "link-asking");
        page.getByLabel("Mã số thuế").fill(asked.taxCode());
        page.getByLabel("Thư điện tử của hồ sơ").fill(asked.email());
        send(page);
        look(page, "link-asked");

        Page opened =
                CHROMIUM.mailsTo(asked.email()).read("Liên kết đến trang hồ sơ").follow("Xem hồ sơ");

        assertThat(opened.locator("h1")).hasText("Hồ sơ " + asked.code());
        inspection.findsNothing();
    }

    private static void send(Page page) {
        page.locator("button[type=submit]").click();
        page.waitForLoadState();
    }

    private void look(Page page, String name) {
        inspection.look(page, name);
        assertThat(((Number) page.evaluate("() => document.documentElement.scrollWidth - innerWidth")).intValue())
                .as(name)
                .isLessThanOrEqualTo(0);
        CHROMIUM.picture(page, name);
    }
}
