package vn.lienket.signature;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Chromium;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.TasklistPage;

/** Leaders sign an agreement in the form itself, each by the agent that has his key. */
@IntegrationTest
class SigningByAgentInBrowserTest {

    private static final String BUTTON = "Ký bằng USB token hoặc thẻ";
    private static final String PIN = new String(DemoOffice.PASSWORD);

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @TempDir
    Path directory;

    @Autowired
    Cooperation cooperation;

    @Value("${lienket.signature.agent-port}")
    int port;

    private final BlockingQueue<String> typed = new ArrayBlockingQueue<>(10);

    @Test
    void aDepartmentAndACompanySignWithKeysThatStayWithThem() throws Exception {
        AgreementCase agreement = cooperation
                .agreement(Map.of("channel", "binhduong-qtsc", "title", "Thỏa thuận ký bằng thiết bị"))
                .upToSigning();

        TasklistPage department = form("binhduong.leader1", agreement);
        Locator button = department.shown("agent").locator("button");
        department.click(BUTTON);
        assertThat(department.form().locator(".lk-error").filter(having("Không gọi được phần mềm ký")))
                .isVisible();
        picture(department, "none");
        try (SigningAgent agent = agent("binhduong.leader1", department)) {
            typed.add("");
            button.press("Enter");
            assertThat(department.form().locator(".lk-error").filter(having("Người giữ khóa không đồng ý ký.")))
                    .isVisible();
            button.press("Enter");
            assertThat(department.shown("agent")).containsText("Hãy xem và nhập PIN ở phần mềm ký trên máy này.");
            picture(department, "pin");
            department.page().reload();
            button.press("Enter");
            assertThat(department
                            .form()
                            .locator(".lk-error")
                            .filter(having("để trống rồi nhấn Enter để bỏ yêu cầu đó")))
                    .isVisible();
            picture(department, "again");
            typed.add("");
            typed.add(PIN);
            button.press("Enter");
            assertSigned(department);
            assertThat(agent.port()).isEqualTo(port);
        }
        department.shown("agent").scrollIntoViewIfNeeded();
        picture(department, "signed");
        department.complete();

        TasklistPage company = form("qtsc.leader1", agreement);
        try (SigningAgent agent = agent("qtsc.leader1", company)) {
            typed.add(PIN);
            company.click(BUTTON);
            assertSigned(company);
            assertThat(agent.offered()).hasSize(1);
        }
        assertThat(company.shown("found").locator("tbody tr")).hasCount(2);
        company.complete();

        agreement.parties().forEach(agreement::register);
        assertThat(agreement.awaitState("IN_FORCE").state()).isEqualTo("IN_FORCE");
    }

    @Test
    void onlyThePagesInWhichPeopleSignMayCallTheAgent() {
        String may = "connect-src 'self' http://127.0.0.1:" + port;
        assertThat(policy("tasklist")).contains(may);
        assertThat(policy("cockpit")).doesNotContain("connect-src");
        assertThat(policy("admin")).doesNotContain("connect-src");
    }

    private String policy(String application) {
        return cooperation
                .session("admin")
                .get("/camunda/app/%s/default/".formatted(application))
                .header("Content-Security-Policy");
    }

    private void assertSigned(TasklistPage tasklist) {
        assertThat(tasklist.shown("agent")).containsText("Đã ký.");
        assertThat(tasklist.form().locator(".lk-upload a")).containsText("-da-ky.pdf");
        assertThat(tasklist.shown("found")).containsText("Hợp lệ");
    }

    private SigningAgent agent(String person, TasklistPage tasklist) throws Exception {
        byte[] key = cooperation
                .as(person)
                .get("/demo/keys/%s.p12".formatted(person))
                .bytes();
        URI page = URI.create(tasklist.page().url());
        typed.add(PIN);
        return new SigningAgent(
                port,
                "%s://%s".formatted(page.getScheme(), page.getAuthority()),
                KeyPlace.file(Files.write(directory.resolve(person), key)),
                new AgentConsole(new PrintStream(OutputStream.nullOutputStream()), question -> {
                    try {
                        return typed.take().toCharArray();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }));
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private TasklistPage form(String person, AgreementCase agreement) {
        return CHROMIUM.tasklistOf(person)
                .open("Ký thỏa thuận", agreement.code())
                .claim();
    }

    private static void picture(TasklistPage tasklist, String name) {
        CHROMIUM.picture(tasklist.page(), "signing-agent-" + name);
    }
}
