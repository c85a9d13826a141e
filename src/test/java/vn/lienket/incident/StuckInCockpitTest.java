package vn.lienket.incident;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import vn.lienket.support.ChoosyMailServer;
import vn.lienket.support.Chromium;
import vn.lienket.support.Cooperation;
import vn.lienket.support.Inspection;
import vn.lienket.support.IntegrationTest;

/** A manager finds what is stuck in Cockpit and has it tried again there; an officer corrects an address on the page of the case. */
@IntegrationTest
class StuckInCockpitTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final String COLLEAGUE = "binhduong.officer2@binhduong.example";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    Cooperation cooperation;

    @Autowired
    JavaMailSenderImpl mailSender;

    private final Inspection inspection = new Inspection();
    private final String wrong = "cockpit-%s@enterprise.example".formatted(UUID.randomUUID());
    private ChoosyMailServer server;
    private int usualPort;

    @BeforeEach
    void aMailServerThatKnowsNotEverybody() {
        usualPort = mailSender.getPort();
        server = new ChoosyMailServer();
        server.refuse(wrong);
        mailSender.setPort(server.port());
    }

    @AfterEach
    void theUsualMailServer() {
        mailSender.setPort(usualPort);
        server.close();
    }

    @Test
    void aManagerFindsTheMailThatIsStuckAndHasItTriedAgain() {
        String code = cooperation.consulting(Map.of("contactEmail", wrong)).code();
        await().atMost(PATIENCE).until(() -> stuck(code) == 1);

        Page page = CHROMIUM.signIn("binhduong.manager1");
        page.navigate("/camunda/app/cockpit/default/#/lienket/stuck");
        page.getByLabel("Mã hồ sơ").fill(code);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lọc"))
                .click();
        Locator card = page.locator(".lk-stuck-card");
        assertThat(card).hasCount(1);
        assertThat(card).containsText("không đến được vì máy chủ thư từ chối địa chỉ " + wrong);
        assertThat(card).containsText("sửa địa chỉ ở trang hồ sơ");
        assertThat(card.locator("details")).hasCount(0);
        assertThat(card.locator("p > a")).hasAttribute("href", "/cases/" + code);
        CHROMIUM.picture(page, "stuck");
        inspection.look(page, "stuck");
        inspection.findsNothing();

        server.knowEverybody();
        card.getByLabel("Số lần thử").fill("2");
        card.getByText("Cho chạy lại", new Locator.GetByTextOptions().setExact(true))
                .click();

        assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("Đã cho chạy lại")))
                .isVisible();
        assertThat(card).hasCount(0);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(server.getReceivedMessages())
                        .anySatisfy(mail -> assertThat(mail.getAllRecipients()[0].toString())
                                .contains(wrong)));
    }

    @Test
    void anOfficerOfTheLeadCorrectsTheAddressOnThePageOfTheCase() {
        server.refuse(COLLEAGUE);
        String code = cooperation
                .agreement(Map.of("title", "Thỏa thuận có thư gửi nhầm địa chỉ"))
                .code();
        await().atMost(PATIENCE).until(() -> stuck(code) == 1);

        Page page = CHROMIUM.signIn("binhduong.officer1");
        page.navigate("/cases/" + code);
        Locator address = page.getByLabel("Địa chỉ thư đúng");
        Locator send = page.getByText("Sửa và gửi lại");
        assertThat(page.getByText(COLLEAGUE)).isVisible();
        send.scrollIntoViewIfNeeded();
        CHROMIUM.picture(page, "mail-not-arrived");
        inspection.lookForBarriers(page, "a mail that did not arrive");

        address.fill("ten@donvi");
        send.click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("không đúng dạng địa chỉ thư");
        assertThat(address).hasValue("ten@donvi");
        assertThat(address).hasAttribute("aria-invalid", "true");
        CHROMIUM.picture(page, "address-refused");
        inspection.lookForBarriers(page, "an address that is none");
        inspection.findsNothing();

        address.fill("moved-" + wrong);
        send.click();
        assertThat(send).hasCount(0);
        await().atMost(PATIENCE).until(() -> stuck(code) == 0);
    }

    private int stuck(String code) {
        return cooperation
                .as("binhduong.manager1")
                .get("/api/v1/incidents?case=" + code)
                .json()
                .path("total")
                .asInt();
    }
}
