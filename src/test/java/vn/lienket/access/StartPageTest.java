package vn.lienket.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.lienket.support.Chromium;
import vn.lienket.support.IntegrationTest;

/** The start page in a browser. */
@IntegrationTest
class StartPageTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Test
    void whoIsLedToItFromAPageIsLedBackAfterTheSignIn() {
        Page page = CHROMIUM.open("/cases/none?tab=1");
        assertThat(page).hasTitle("LienKet – Đăng nhập");

        CHROMIUM.signInAt(page, "qtsc.officer1");

        page.waitForURL("**/cases/none?tab=1");
        assertThat(page.getByText("Không có hồ sơ none.")).isVisible();
        CHROMIUM.picture(page, "no-such-case");
    }
}
