package vn.lienket.document.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Answer;
import vn.lienket.support.Chromium;
import vn.lienket.support.Cooperation;
import vn.lienket.support.Inspection;
import vn.lienket.support.IntegrationTest;

/** A PDF read inside the product. */
@IntegrationTest
class PreviewPageTest {

    /** How many pixels of what is drawn are not white. */
    private static final String INK = """
            () => {
              const canvas = document.querySelector('.drawn canvas');
              const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
              let ink = 0;
              for (let i = 0; i < data.length; i += 4) {
                ink += data[i] + data[i + 1] + data[i + 2] < 600 && data[i + 3] > 0 ? 1 : 0;
              }
              return ink;
            }""";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    Cooperation cooperation;

    @Test
    void aPageIsDrawnAndTurnedAndEnlargedByKeysAndButtons() {
        AgreementCase agreement = cooperation.agreement(Map.of("title", "Thỏa thuận xem trước"));
        String draft = draft(agreement.draft(), "document");
        Page page = CHROMIUM.signIn("tayninh.legal1");
        List<String> errors = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });

        page.navigate("/cases/" + agreement.code());
        page.locator("a[href='/documents/%s/preview']".formatted(draft)).first().click();

        shows(page, 1);
        assertThat(page.locator("[data-page]")).containsText("Trang 1/");
        assertThat(((Number) page.evaluate(INK)).intValue()).isGreaterThan(2_000);
        assertThat(page.locator("[data-words]")).containsText("Độc lập - Tự do - Hạnh phúc");
        Inspection inspection = new Inspection();
        inspection.look(page, "the preview of a PDF");
        inspection.findsNothing();
        CHROMIUM.picture(page, "preview");

        page.keyboard().press("ArrowRight");
        shows(page, 2);
        assertThat(((Number) page.evaluate(INK)).intValue()).isGreaterThan(2_000);
        page.getByText("← Trang trước").click();
        shows(page, 1);
        int before = width(page);
        page.locator("[data-do=larger]").click();
        page.waitForCondition(() -> width(page) > before);
        assertThat(page.locator("a[download]").first()).hasAttribute("href", "/api/v1/documents/" + draft);
        assertThat(errors).isEmpty();
    }

    @Test
    void onlyMembersOfTheChannelSeeIt() {
        AgreementCase agreement = cooperation.agreement().draft();
        String path = "/documents/%s/preview".formatted(draft(agreement, "document"));

        assertThat(cooperation
                        .as("tayninh.officer1")
                        .open(path)
                        .expect(HttpStatus.OK)
                        .header("Content-Security-Policy"))
                .contains("script-src 'self'; connect-src 'self'; worker-src 'self'")
                .doesNotContain("unsafe-eval", "script-src 'unsafe-inline'");
        cooperation.as("qtsc.officer1").open(path).expect(HttpStatus.NOT_FOUND);
        cooperation
                .as("tayninh.officer1")
                .open("/documents/%s/preview".formatted(UUID.randomUUID()))
                .expect(HttpStatus.NOT_FOUND);
    }

    @Test
    void whatIsNoPdfIsToBeDownloaded() {
        AgreementCase agreement = cooperation.agreement().draft();

        Answer refused = cooperation
                .as("tayninh.officer1")
                .open("/documents/%s/preview".formatted(draft(agreement, "editable")))
                .expect(HttpStatus.BAD_REQUEST);

        assertThat(refused.body()).contains("Chỉ xem trước được tệp PDF");
    }

    private static String draft(AgreementCase agreement, String which) {
        return agreement.view().at("/rounds/0/draft/" + which).asText();
    }

    private static void shows(Page page, int number) {
        assertThat(page.locator("[data-preview][data-shown='%d']".formatted(number)))
                .isVisible();
    }

    private static int width(Page page) {
        return page.locator(".drawn canvas").boundingBox() == null
                ? 0
                : (int) page.locator(".drawn canvas").boundingBox().width;
    }
}
