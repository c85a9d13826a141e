package vn.lienket.help;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.embedded.EmbeddedMailServer;
import vn.lienket.notification.process.NotificationModel;
import vn.lienket.support.Actor;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Chromium;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.TasklistPage;

/**
 * Takes the pictures of the help anew: {@code ./mvnw test -Dtest=HelpPictures -DargLine=-Dlienket.help-pictures=true}. Not a test
 * of anything; without the property nothing is done.
 */
@IntegrationTest
@EnabledIfSystemProperty(named = "lienket.help-pictures", matches = "true")
class HelpPictures {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final Path FOLDER = Path.of("src/main/resources/META-INF/resources/webjars/lienket/help");
    private static final int WIDTH = 1366;
    private static final int HEIGHT = 768;
    private static final int COLOURS = 256;
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    Cooperation cooperation;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EmbeddedMailServer mailServer;

    private AgreementCase centre;
    private AgreementCase hotline;
    private AgreementCase training;

    @BeforeEach
    void someCases() {
        centre = agreement("Hợp tác vận hành Trung tâm giám sát, điều hành thông minh giai đoạn 2026–2031");
        hotline = agreement("Phối hợp tiếp nhận, xử lý cuộc gọi của Tổng đài 1022");
        training = agreement("Dùng chung nền tảng MOOCs đào tạo cán bộ, công chức, viên chức");
        due(hotline, TODAY.minusDays(8).atTime(17, 0));
        due(training, TODAY.atTime(23, 59));
    }

    @AfterEach
    void mailsGoOut() {
        mailServer.start();
    }

    @Test
    void ofTheWork() throws IOException {
        TasklistPage officer = tasklistOf("binhduong.officer1");
        officer.filter("Việc của đơn vị").click();
        assertThat(officer.card(centre.code())).isVisible();
        officer.page().mouse().move(900, 600);
        officer.page().evaluate("document.activeElement.blur()");
        officer.page().waitForTimeout(1500);
        take(officer.page(), "desk", 0, 0, WIDTH, 320);

        officer.page().locator(".start-process-action a").click();
        assertThat(officer.page().locator(".modal-body").getByText("Rút hồ sơ")).isVisible();
        officer.page().evaluate("document.activeElement.blur()");
        take(officer.page(), "start", 233, 30, 900, 490);
        officer.page()
                .locator(".modal-body")
                .getByText("Ký kết thỏa thuận hợp tác")
                .click();
        officer.form().waitFor();
        officer.fill("Tên thỏa thuận", "Hợp tác chuyển đổi số giữa hai tỉnh giai đoạn 2027–2031");
        officer.fill("Ngày bắt đầu hiệu lực", "31/02/2027");
        officer.refused("không có ngày 31/02/2027");
        officer.page()
                .locator(".lk-error")
                .filter(new Locator.FilterOptions().setHasText("31/02/2027"))
                .first()
                .evaluate("error => error.scrollIntoView({ block: 'center' })");
        take(officer.page(), "form", 233, 20, 900, 730);

        officer = tasklistOf("binhduong.officer1");
        officer.open("Soạn dự thảo thỏa thuận", centre.code()).claim();
        officer.check("Để hệ thống tạo dự thảo từ mẫu");
        officer.complete();
        BoundingBox said =
                officer.page().locator(".notifications .alert-success").first().boundingBox();
        take(officer.page(), "sent", 220, (int) Math.max(42, said.y - 60), WIDTH - 220, (int) said.height + 240);

        TasklistPage legal = tasklistOf("tayninh.legal1");
        legal.open("Thẩm định dự thảo", centre.code()).claim();
        legal.page().waitForTimeout(1000);
        take(legal.page(), "task", 220, 42, WIDTH - 220, HEIGHT - 70);
        legal.page()
                .locator(".task-details .nav-tabs a")
                .filter(new Locator.FilterOptions().setHasText("Hồ sơ"))
                .click();
        assertThat(legal.page().locator(".lk-case-tab")).containsText("Diễn biến");
        take(legal.page(), "case-tab", 580, 78, WIDTH - 580, HEIGHT - 106);
        legal.page().locator("#lk-search").pressSequentially("hop");
        assertThat(legal.page().locator("#lk-search-found a").first()).isVisible();
        take(legal.page(), "search", 0, 0, 900, 220);
    }

    @Test
    void ofCasesAndAdministration() throws IOException {
        Page page = sized(CHROMIUM.signIn("binhduong.officer1"));
        page.navigate("/cases/" + centre.code());
        take(page, "case", 80, 20, WIDTH - 160, HEIGHT - 20);
        page.navigate("/cases/" + centre.code() + "/withdrawal");
        page.getByLabel("Lý do").fill("Hai bên thống nhất gộp vào thỏa thuận khung.");
        page.evaluate("document.activeElement.blur()");
        Locator main = page.locator("main");
        keep(main.screenshot(), "withdrawal");

        page = sized(CHROMIUM.signIn("admin"));
        page.navigate("/admin");
        keep(page.locator("main").screenshot(), "admin");
    }

    @Test
    void ofAnIncident() throws IOException {
        Actor admin = cooperation.as("admin");
        mailServer.stop();
        AgreementCase late = agreement("Chia sẻ tài liệu vận hành khu công nghệ thông tin tập trung");
        deliveries(admin, late).forEach(job -> exhaust(admin, job));

        Page page = sized(CHROMIUM.signIn("binhduong.manager1"));
        assertThat(page.getByText("Sự cố chưa xử lý")).isVisible();
        page.waitForTimeout(2500);
        take(page, "cockpit", 0, 0, WIDTH, 360);
        page.navigate("/camunda/app/cockpit/default/#/processes");
        page.getByText("Gửi thư thông báo").first().click();
        page.locator(".ctn-content-bottom .nav-tabs a, .ctn-tabs a")
                .filter(new Locator.FilterOptions().setHasText("Sự cố"))
                .first()
                .click();
        assertThat(page.locator(".ctn-content-bottom")).containsText("Không gửi được thư");
        page.waitForTimeout(1500);
        take(page, "incident", 0, 0, WIDTH, HEIGHT - 28);
    }

    private AgreementCase agreement(String title) {
        return cooperation.agreement(Map.of("title", title));
    }

    private void due(AgreementCase agreement, LocalDateTime moment) {
        jdbc.sql("update act_ru_task set due_date_ = ? where id_ = ?")
                .param(moment)
                .param(agreement.task(AgreementModel.TASK_DRAFT, "binhduong"))
                .update();
    }

    /** The jobs that send the mails of a case. */
    private static List<String> deliveries(Actor admin, AgreementCase agreement) {
        JsonNode jobs = admin.get("/engine-rest/process-instance?processDefinitionKey=" + NotificationModel.PROCESS
                        + "&businessKey=" + agreement.code())
                .json();
        return jobs.findValuesAsText("id").stream()
                .map(instance -> admin.get("/engine-rest/job?processInstanceId=" + instance)
                        .json()
                        .at("/0/id")
                        .asText())
                .toList();
    }

    private static void exhaust(Actor admin, String job) {
        await().atMost(PATIENCE).until(() -> retries(admin, job) < 5);
        while (retries(admin, job) > 0) {
            admin.post("/engine-rest/job/" + job + "/execute", Map.of());
        }
    }

    private static int retries(Actor admin, String job) {
        return admin.get("/engine-rest/job/" + job).json().path("retries").asInt();
    }

    private static TasklistPage tasklistOf(String user) {
        TasklistPage tasklist = CHROMIUM.tasklistOf(user);
        sized(tasklist.page());
        return tasklist;
    }

    private static Page sized(Page page) {
        page.setViewportSize(WIDTH, HEIGHT);
        return page;
    }

    private static void take(Page page, String name, int x, int y, int width, int height) throws IOException {
        keep(
                page.screenshot(new Page.ScreenshotOptions()
                        .setAnimations(ScreenshotAnimations.DISABLED)
                        .setClip(x, y, width, height)),
                name);
    }

    /** With the colours that it has most of, each other one as the nearest of these: half the size, and nobody sees it. */
    private static void keep(byte[] png, String name) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        Map<Integer, Integer> counts = new HashMap<>();
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        for (int pixel : pixels) {
            counts.merge(pixel, 1, Integer::sum);
        }
        int[] palette = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .limit(COLOURS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
        Map<Integer, Integer> nearest = new HashMap<>();
        counts.keySet().forEach(colour -> nearest.put(colour, nearest(palette, colour)));
        BufferedImage small = new BufferedImage(
                picture.getWidth(),
                picture.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(Byte.SIZE, palette.length, palette, 0, false, -1, 0));
        int[] indexes = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            indexes[i] = nearest.get(pixels[i]);
        }
        small.getRaster().setPixels(0, 0, picture.getWidth(), picture.getHeight(), indexes);
        Files.createDirectories(FOLDER);
        ImageIO.write(small, "png", FOLDER.resolve(name + ".png").toFile());
    }

    private static int nearest(int[] palette, int colour) {
        int found = 0;
        for (int i = 1; i < palette.length; i++) {
            if (distance(palette[i], colour) < distance(palette[found], colour)) {
                found = i;
            }
        }
        return found;
    }

    private static int distance(int one, int other) {
        int red = (one >> 16 & 0xff) - (other >> 16 & 0xff);
        int green = (one >> 8 & 0xff) - (other >> 8 & 0xff);
        int blue = (one & 0xff) - (other & 0xff);
        return red * red + green * green + blue * blue;
    }
}
