package vn.lienket.cases.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Chromium;
import vn.lienket.support.ConsultingJourney;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

/** From the register to the page of a case, in a browser. */
@IntegrationTest
class RegisterWalkTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    /** What of a page of A4 is left between its margins, in the pixels of a style sheet. */
    private static final int A4 = 718;

    @Autowired
    Cooperation cooperation;

    @Test
    void aCaseIsSearchedByKeyboardAndOpened() {
        AgreementCase agreement = cooperation.agreement(Map.of("title", "Thỏa thuận Tìm bằng bàn phím"));
        Page page = CHROMIUM.signIn("binhduong.officer1");
        page.navigate("/cases/");

        page.getByLabel("Mã hồ sơ, tên, doanh nghiệp hoặc mã số thuế").fill("tim bang ban phim");
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.LINK, named("Đang mở")).focus();
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.LINK, named("Thời hạn")).focus();
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.STATUS)).hasText("1 hồ sơ.");
        assertThat(page.locator("th[aria-sort=ascending]")).hasText("Thời hạn ↑");
        assertThat(page.getByRole(AriaRole.ROW).nth(1)).containsText("Soạn dự thảo thỏa thuận");
        CHROMIUM.picture(page, "register");
        page.getByRole(AriaRole.LINK, named(agreement.code())).focus();
        page.keyboard().press("Enter");

        page.waitForURL("**/cases/" + agreement.code());
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Việc đang mở")))
                .isVisible();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Diễn biến")))
                .isVisible();
        CHROMIUM.picture(page, "agreement");
    }

    @Test
    void nothingIsCutOffOnPaper() {
        ConsultingJourney consulting = cooperation.consulting().upTo(ConsultingModel.TASK_DECIDE_SUPPORT);
        Page page = CHROMIUM.signIn("binhduong.leader1");
        page.setViewportSize(A4, 1000);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        for (String path : new String[] {"/cases", "/cases/" + consulting.code()}) {
            page.navigate(path);
            Locator tables = page.locator("table");
            assertThat(tables.count()).as(path).isPositive();
            assertThat((Boolean) tables.evaluateAll(
                            "tables => tables.every(table => table.getBoundingClientRect().right <= innerWidth)"))
                    .as(path)
                    .isTrue();
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
