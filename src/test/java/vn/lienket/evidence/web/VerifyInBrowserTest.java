package vn.lienket.evidence.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.evidence.EvidenceCase;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Chromium;
import vn.lienket.support.Cooperation;
import vn.lienket.support.Inspection;
import vn.lienket.support.IntegrationTest;

@IntegrationTest
class VerifyInBrowserTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @TempDir
    Path directory;

    @Autowired
    Cooperation cooperation;

    private final Inspection inspection = new Inspection();

    @Test
    void somebodyWithoutAnAccountChecksAFile() throws IOException {
        EvidenceCase signed = EvidenceCase.titled(cooperation, "Thỏa thuận được người ngoài kiểm tra", directory)
                .sign("binhduong")
                .sign("qtsc")
                .inForce();
        String code = cooperation
                .as("qtsc.officer1")
                .open("/cases/" + signed.agreement().code())
                .body()
                .replaceFirst("(?s).*href=\"(/verify\\?code=\\w+)\".*", "$1");
        Page page = CHROMIUM.open(code);
        assertThat(page.locator("main")).containsText("Mã này ứng với bản đã ký cuối cùng.");
        look(page, "verify-code");

        page.setViewportSize(390, 844);
        check(page, signed.signed());
        assertThat(page.locator("[role=status]")).containsText("Đúng bản đã ký, hai chữ ký hợp lệ.");
        look(page, "verify-right");

        check(page, AgreementCase.continued(signed.signed(), "changed"));
        assertThat(page.locator("[role=status]")).containsText("Tệp đã bị thay đổi sau khi ký.");
        look(page, "verify-changed");

        page.getByText("Kiểm tra", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("[role=alert]")).hasText("Hãy chọn tệp cần kiểm tra.");
        look(page, "verify-nothing");

        page.getByLabel("Tệp cần kiểm tra").setInputFiles(large());
        page.getByText("Kiểm tra", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("[role=alert]")).hasText("Tệp lớn hơn giới hạn 50 MB.");
        look(page, "verify-too-large");
        inspection.findsNothing();
    }

    private Path large() throws IOException {
        return Files.write(directory.resolve("large.pdf"), new byte[51 << 20]);
    }

    private static void check(Page page, byte[] file) {
        page.getByLabel("Tệp cần kiểm tra").setInputFiles(new FilePayload("thoa-thuan.pdf", "application/pdf", file));
        page.getByText("Kiểm tra", new Page.GetByTextOptions().setExact(true)).click();
    }

    private void look(Page page, String name) {
        inspection.look(page, name);
        CHROMIUM.picture(page, name);
    }
}
