package vn.lienket.agreement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Chromium;
import vn.lienket.support.Cooperation;
import vn.lienket.support.DemoSignature;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.TasklistPage;

/** A department and a company sign one agreement, each under its own root, and everybody sees so on the page of the case. */
@IntegrationTest
class SigningInBrowserTest {

    private static final String SIGN = "Ký thỏa thuận";
    private static final String PDF = "application/pdf";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    Cooperation cooperation;

    @Test
    void aDepartmentAndACompanySignInTheForm() {
        AgreementCase agreement = cooperation
                .agreement(Map.of("channel", "binhduong-qtsc", "title", "Thỏa thuận ký số dưới hai gốc"))
                .upToSigning();

        TasklistPage department = form("binhduong.leader1", agreement);
        byte[] text = department.download(department.form().locator("[data-slot=file] a.lk-download"));
        assertThat(department.shown("demonstration")).containsText("khóa trình diễn của bạn");
        department
                .upload("Tệp đã ký", "nham-ben.pdf", PDF, signed(text, "qtsc.leader1"))
                .refused("Chữ ký mới thuộc Công ty TNHH MTV Phát triển Công viên phần mềm Quang Trung");
        assertThat(department.shown("found")).containsText("Lãnh đạo 1, QTSC (trình diễn)");
        assertThat(department.shown("found")).containsText("Chữ ký số công cộng");
        picture(department, "wrong-party");
        byte[] first = signed(text, "binhduong.leader1");
        department.upload("Tệp đã ký", "so-ky.pdf", PDF, first);
        assertThat(department.shown("found")).containsText("Chữ ký số chuyên dùng công vụ");
        assertThat(department.shown("found")).containsText("(giờ +07:00), theo máy của người ký");
        picture(department, "department");
        department.complete();

        TasklistPage company = form("qtsc.leader1", agreement);
        company.upload("Tệp đã ký", "cong-ty-ky.pdf", PDF, signed(first, "qtsc.leader1"));
        assertThat(company.shown("found").locator("tbody tr")).hasCount(2);
        company.scrollTo("found");
        picture(company, "company");
        company.complete();

        Page page = CHROMIUM.signIn("qtsc.officer1");
        page.navigate("/cases/" + agreement.code());
        Locator signatures = page.locator(".card", new Page.LocatorOptions().setHasText("Cách ký"));
        assertThat(signatures).containsText("Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.");
        assertThat(signatures).containsText("Chữ ký hợp lệ, thuộc gốc chữ ký số công cộng.");
        assertThat(signatures).containsText("Bao trùm toàn bộ tệp, kể cả chữ ký đã có");
        signatures.scrollIntoViewIfNeeded();
        CHROMIUM.picture(page, "signing-case-page");

        agreement.parties().forEach(agreement::register);
        assertThat(agreement.awaitState("IN_FORCE").state()).isEqualTo("IN_FORCE");
    }

    private TasklistPage form(String person, AgreementCase agreement) {
        return CHROMIUM.tasklistOf(person).open(SIGN, agreement.code()).claim();
    }

    private byte[] signed(byte[] pdf, String person) {
        byte[] key = cooperation
                .as(person)
                .get("/demo/keys/%s.p12".formatted(person))
                .bytes();
        return DemoSignature.on(pdf, key, Clock.systemUTC());
    }

    private static void picture(TasklistPage tasklist, String name) {
        CHROMIUM.picture(tasklist.page(), "signing-" + name);
    }
}
