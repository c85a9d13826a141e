package vn.lienket.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * The Chromium of this machine, at the application under test. Without one the tests are skipped, or fail where
 * {@code LIENKET_REQUIRE_BROWSER=true}. Pictures go to {@code target/screenshots}, numbered; one of every page when a test fails.
 */
public final class Chromium
        implements ExecutionCondition,
                BeforeAllCallback,
                BeforeEachCallback,
                TestExecutionExceptionHandler,
                AfterEachCallback {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final String NOT_FOUND =
            "No Chromium on this machine: set CHROMIUM to one, or install the package chromium.";
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final double PATIENCE = 30_000;

    private Browser browser;
    private BrowserContext session;
    private int pictures;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean required = Boolean.parseBoolean(System.getenv("LIENKET_REQUIRE_BROWSER"));
        return required || find().isPresent()
                ? ConditionEvaluationResult.enabled("Chromium")
                : ConditionEvaluationResult.disabled(NOT_FOUND);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        browser = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Chromium.class))
                .getOrComputeIfAbsent(Running.class)
                .browser;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        session = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(SpringExtension.getApplicationContext(context)
                        .getEnvironment()
                        .getRequiredProperty("lienket.base-url"))
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setViewportSize(1280, 900));
        session.setDefaultTimeout(PATIENCE);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        session.pages().forEach(page -> picture(page, "failed"));
        throw failure;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        session.close();
    }

    /** Signs a demo person in on the start page, in place of the one before. */
    public Page signIn(String user) {
        Page page = open("/");
        signInAt(page, user);
        page.waitForURL("**/camunda/app/**");
        page.locator("li.account").waitFor();
        return page;
    }

    /** Opens a page with nobody signed in. */
    public Page open(String path) {
        session.pages().forEach(Page::close);
        session.clearCookies();
        Page page = session.newPage();
        page.navigate(path);
        return page;
    }

    /** Signs a demo person in on the start page, which this page shows. */
    public void signInAt(Page page, String user) {
        page.getByLabel("Tên đăng nhập").fill(user);
        page.getByLabel("Mật khẩu").fill("lienket");
        page.locator("button[type=submit]").click();
    }

    /** Opens another page for whoever is signed in. */
    public Page beside(String address) {
        Page page = session.newPage();
        page.navigate(address);
        return page;
    }

    /** Tasklist, which a page shows. */
    public TasklistPage tasklist(Page page) {
        return new TasklistPage(page);
    }

    /** Signs in somebody who works in Tasklist. */
    public TasklistPage tasklistOf(String user) {
        return new TasklistPage(signIn(user));
    }

    /** Signs in somebody who watches over the cases in Cockpit. */
    public CockpitPage cockpitOf(String user) {
        return new CockpitPage(signIn(user));
    }

    /** Opens the mails to an address, beside what is open. */
    public MailboxPage mailsTo(String recipient) {
        return new MailboxPage(session.newPage(), recipient);
    }

    /** Keeps what a page shows as {@code NN-name.png}. */
    public void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(SCREENSHOTS.resolve("%02d-%s.png".formatted(++pictures, name))));
    }

    private static Optional<Path> find() {
        String chosen = System.getenv("CHROMIUM");
        if (chosen != null) {
            return Optional.of(Path.of(chosen)).filter(Files::isExecutable);
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** One browser for all tests of the run; each has a session of its own in it. */
    private static final class Running implements ExtensionContext.Store.CloseableResource {

        private final Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private final Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(find().orElseThrow(() -> new IllegalStateException(NOT_FOUND)))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));

        @Override
        public void close() {
            playwright.close();
        }
    }
}
