package vn.lienket.programme.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienket.programme.web.MeasuredActivities.TAY_NINH;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.support.Answer;
import vn.lienket.support.Chromium;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

/** {@code /indicators} in a browser, and the charts on the page of an activity. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndicatorPageTest {

    private static final String FIELD = "communications";
    private static final String COUNT = "H89-260101-0001";
    private static final String RANK = "H89-260101-0003";

    /** Whether something is drawn on every canvas. */
    private static final String DRAWN = "canvases => canvases.every(canvas => canvas.getContext('2d')"
            + ".getImageData(0, 0, canvas.width, canvas.height).data.some(part => part !== 0))";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    Cooperation cooperation;

    @Autowired
    JdbcClient jdbc;

    private MeasuredActivities activities;

    @BeforeAll
    void activitiesOfAField() {
        activities = new MeasuredActivities(jdbc, cooperation.agreement().code());
        activities.open(COUNT, TAY_NINH, FIELD, "Truyền thông quý I", "Số tin bài được đăng", "bài", "COUNT");
        activities.baseline(COUNT, "12", "2025-12-31", "Báo cáo năm 2025", "Chưa kể mạng xã hội");
        activities.measure(COUNT, "30", "2026-03-31");
        activities.measure(COUNT, "55", "2026-05-31");
        activities.measure(COUNT, "70", "2026-08-31");
        activities.report(COUNT, 0, 20, "2026-02-28");
        activities.report(COUNT, 1, 45, "2026-03-31");
        activities.report(COUNT, 2, 80, "2026-04-30");
        activities.open(
                "H89-260101-0002", TAY_NINH, FIELD, "Truyền thông quý II", "Số tin bài được đăng", "bài", "COUNT");
        activities.measure("H89-260101-0002", "1100", "2026-06-30");
        activities.open(RANK, TAY_NINH, FIELD, "Xếp hạng một", "Thứ hạng về truyền thông", "hạng", "RANK");
        activities.baseline(RANK, "19", "2025-12-31", "Bảng xếp hạng năm 2025", null);
        activities.measure(RANK, "18", "2026-03-31");
        activities.measure(RANK, "16", "2026-06-30");
        activities.open("H89-260101-0004", TAY_NINH, FIELD, "Xếp hạng hai", "Thứ hạng về truyền thông", "hạng", "RANK");
    }

    @Test
    void thePageSaysInWordsWhatTheChartsShow() {
        String page = open("binhduong.officer1", "/indicators/?field=" + FIELD).body();

        assertThat(page)
                .contains("Số tin bài được đăng (2 hoạt động): tổng các giá trị mới nhất là 1.170 bài.")
                .contains("Thứ hạng về truyền thông (2 hoạt động): Thứ hạng không cộng được.")
                .contains("Chưa đạt, còn thiếu 20 bài so với mục tiêu.")
                .contains("Chưa đạt, còn kém mục tiêu 1 bậc.")
                .contains("Còn nghi vấn: Chưa kể mạng xã hội")
                .contains("Chưa có giá trị nào được ghi.")
                .doesNotContain("Tỷ lệ cảnh báo");
    }

    @Test
    void scriptsAreFilesOfTheProductAndNothingElse() {
        Answer page = open("binhduong.officer1", "/indicators");

        assertThat(page.header("Content-Security-Policy"))
                .contains("script-src 'self'")
                .doesNotContain("eval");
        Pattern.compile("<script src=\"([^\"]+)\"")
                .matcher(page.body())
                .results()
                .forEach(script -> cooperation.anonymous().get(script.group(1)).expect(HttpStatus.OK));
        assertThat(page.body().split("<script ", -1)).hasSize(4);
    }

    @Test
    void onlyOfficersOfTheLeadFindAFormToCorrect() {
        assertThat(open("binhduong.officer2", "/indicators?field=" + FIELD).body())
                .contains("/corrections?");
        assertThat(open("binhduong.leader1", "/indicators?field=" + FIELD).body())
                .doesNotContain("/corrections");
        assertThat(open("tayninh.officer1", "/indicators?field=" + FIELD).body())
                .doesNotContain("/corrections");
        assertThat(open("qtsc.officer1", "/indicators?field=" + FIELD).body()).contains("Không có chỉ tiêu nào.");
    }

    @Test
    void whatCannotBeIsRefused() {
        open("binhduong.officer1", "/indicators?field=none", HttpStatus.BAD_REQUEST);
        open("binhduong.officer1", "/indicators?size=201", HttpStatus.BAD_REQUEST);
        cooperation
                .as("tayninh.officer1")
                .submit(
                        "/indicators/%s/corrections".formatted(activities.measure(RANK, "17", "2026-04-30")),
                        Map.of("value", "1", "date", "2026-04-30", "reason", "x"))
                .expect(HttpStatus.FORBIDDEN);
    }

    @Test
    void theTableComesFromThePageToo() {
        assertThat(open("binhduong.officer1", "/indicators/csv?field=" + FIELD).body())
                .contains(COUNT, RANK)
                .doesNotContain("H89-260101-0004");
    }

    @Test
    void chartsAreDrawnAndAValueIsCorrectedByKeyboard() {
        String code = "H89-260101-0005";
        activities.open(
                code, TAY_NINH, "cashless-payment", "Thanh toán", "Tỷ lệ thanh toán trực tuyến", "%", "PERCENT");
        activities.measure(code, "40.5", "2026-03-31");
        UUID wrong = activities.measure(code, "8", "2026-06-30");
        Page page = CHROMIUM.signIn("binhduong.officer1");
        List<String> complaints = complaints(page);
        page.navigate("/indicators");

        page.getByLabel("Lĩnh vực").selectOption("cashless-payment");
        page.getByLabel("Đo từ ngày", new Page.GetByLabelOptions().setExact(true))
                .fill("1/1/2026");
        page.getByLabel("Đo đến ngày", new Page.GetByLabelOptions().setExact(true))
                .focus();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("1 chỉ tiêu.");
        drawn(page, 1);

        Locator row = page.locator("#value-" + wrong);
        row.locator("summary").focus();
        page.keyboard().press("Enter");
        row.getByLabel("Giá trị đúng").fill("1.234.567");
        row.getByLabel("Lý do sửa").fill("Đọc nhầm dòng");
        row.getByLabel("Giá trị đúng").focus();
        page.keyboard().press("Enter");
        assertThat(row.locator(".problem").first()).containsText("Giá trị đúng");
        assertThat(row.getByLabel("Lý do sửa")).hasValue("Đọc nhầm dòng");
        CHROMIUM.picture(page, "correction");
        row.getByLabel("Giá trị đúng").fill("58,25");
        page.keyboard().press("Enter");

        assertThat(page.locator("del")).hasText("8");
        assertThat(page.locator("article")).containsText("Chưa đạt, còn thiếu 31,75 điểm phần trăm so với mục tiêu.");
        assertThat(page.locator("article")).containsText("Sửa giá trị trước: Đọc nhầm dòng");
        drawn(page, 1);
        page.navigate("/indicators?field=" + FIELD);
        drawn(page, 3);
        page.locator("canvas").first().scrollIntoViewIfNeeded();
        CHROMIUM.picture(page, "indicators");
        assertThat(complaints).filteredOn(text -> !text.contains("400")).isEmpty();
    }

    @Test
    void thePageOfAnActivityDrawsItsProgressAndItsIndicator() {
        Page page = CHROMIUM.signIn("tayninh.officer1");
        List<String> complaints = complaints(page);

        page.navigate("/cases/" + COUNT);
        drawn(page, 2);
        page.locator("canvas").first().scrollIntoViewIfNeeded();
        CHROMIUM.picture(page, "activity");
        page.navigate("/cases/H89-260101-0004");
        assertThat(page.locator("canvas")).hasCount(0);
        assertThat(complaints).isEmpty();
    }

    private static void drawn(Page page, int charts) {
        Locator canvases = page.locator(".chart:not([hidden]) canvas");
        assertThat(canvases).hasCount(charts);
        assertThat((Boolean) canvases.evaluateAll(DRAWN)).isTrue();
    }

    private static List<String> complaints(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return complaints;
    }

    private Answer open(String user, String path) {
        return open(user, path, HttpStatus.OK);
    }

    private Answer open(String user, String path, HttpStatus status) {
        return cooperation.as(user).open(path).expect(status);
    }
}
