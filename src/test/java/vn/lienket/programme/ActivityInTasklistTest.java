package vn.lienket.programme;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.document.SampleFiles;
import vn.lienket.support.Chromium;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.TasklistPage;

/** From an agreement in force to a confirmed activity, and a year's programme, each step in Tasklist as the real person. */
@IntegrationTest
class ActivityInTasklistTest {

    private static final String PROCESS = "Hoạt động hợp tác";
    private static final String PROGRAMME = "Mở chương trình hợp tác năm";
    private static final String PLAN = "Lập kế hoạch hoạt động";
    private static final String ACCEPT = "Chấp thuận kế hoạch";
    private static final String FIRST_ITEM = "Phần việc 1: Chuẩn bị tài liệu vận hành";
    private static final String SECOND_ITEM = "Phần việc 2: Khảo sát tại chỗ";
    private static final String MEASURE = "Ghi giá trị chỉ tiêu";
    private static final String CONFIRM = "Xác nhận kết quả";

    private static final String TITLE = "Vận hành IOC theo kinh nghiệm chung, làm trong Tasklist";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    Cooperation cooperation;

    private String code;

    @Test
    void itsPeopleTakeAnActivityFromTheStartFormToTheConfirmedResult() {
        String agreement = cooperation
                .agreement(Map.of("effectiveFrom", TODAY.minusDays(1).toString()))
                .inForce()
                .code();

        officerOpens(CHROMIUM.tasklistOf("tayninh.officer1"), agreement);
        officerPlans(CHROMIUM.tasklistOf("tayninh.officer1"));
        partnerAccepts(CHROMIUM.tasklistOf("binhduong.officer1"));
        itemIsDone(CHROMIUM.tasklistOf("tayninh.officer1"), FIRST_ITEM, "Tài liệu 40 trang");
        itemIsDone(CHROMIUM.tasklistOf("binhduong.expert1"), SECOND_ITEM, "Đã khảo sát ba hệ thống");
        officerMeasures(CHROMIUM.tasklistOf("tayninh.officer1"), "7,5");
        leaderWantsRework(CHROMIUM.tasklistOf("binhduong.leader1"));
        itemIsDone(CHROMIUM.tasklistOf("binhduong.expert1"), SECOND_ITEM, "Đã khảo sát cả năm hệ thống");
        officerMeasures(CHROMIUM.tasklistOf("tayninh.officer1"), "12");
        leaderConfirms(CHROMIUM.tasklistOf("binhduong.leader1"));

        JsonNode activity = cooperation
                .as("tayninh.officer1")
                .get("/api/v1/activities/" + code)
                .expect(HttpStatus.OK)
                .json();
        assertThat(activity.path("caseStatus").asInt()).isEqualTo(10);
        assertThat(activity.path("indicator").path("reached").asBoolean()).isTrue();
        assertThat(activity.path("workItems").path(1).path("results").size()).isEqualTo(2);
        assertThat(activity.path("documents").size()).isEqualTo(3);
        pageShowsIt();
        agreementShowsIt(agreement);
    }

    private void officerOpens(TasklistPage officer, String agreement) {
        officer.beginCase(PROCESS).select("Thỏa thuận", agreement).select("Lĩnh vực hợp tác", "ioc");
        picture(officer, "start-template");
        officer.fill("Tên hoạt động", "").refused("Tên hoạt động: không được để trống.");
        officer.fill("Tên hoạt động", TITLE)
                .fill("Ngày bắt đầu", TODAY)
                .fill("Ngày kết thúc", TODAY.minusDays(1))
                .refused("Ngày kết thúc");
        picture(officer, "start-refused");
        officer.fill("Ngày kết thúc", TODAY.plusMonths(6));
        officer.fill("Tên chỉ tiêu", "Số kịch bản dùng chung")
                .fill("Đơn vị tính", "kịch bản")
                .select("Chiều của chỉ tiêu", "more")
                .fill("Mục tiêu", "12");
        officer.start();
        code = officer.caseCode(TITLE);
    }

    private void officerPlans(TasklistPage officer) {
        officer.open(PLAN, code).claim();
        officer.part("Phần việc 1")
                .fill("Tên phần việc", "Chuẩn bị tài liệu vận hành")
                .select("Đơn vị thực hiện", "tayninh")
                .select("Vai trò", "officer")
                .fill("Thời hạn", "10");
        officer.part("Phần việc 2")
                .fill("Tên phần việc", "Khảo sát tại chỗ")
                .select("Đơn vị thực hiện", "binhduong")
                .select("Vai trò", "expert")
                .fill("Thời hạn", "15");
        while (officer.form().locator(".lk-step").count() > 2) {
            officer.form()
                    .locator(".lk-step")
                    .last()
                    .locator("button", new Locator.LocatorOptions().setHasText("Xóa"))
                    .click();
        }
        picture(officer, "plan");
        officer.complete();
    }

    private void partnerAccepts(TasklistPage officer) {
        officer.open(ACCEPT, code).claim();
        assertThat(officer.form()).containsText("Khảo sát tại chỗ");
        officer.check("Yêu cầu sửa").refused("Ý kiến");
        picture(officer, "accept");
        officer.check("Đồng ý").complete();
    }

    private void itemIsDone(TasklistPage worker, String task, String result) {
        worker.open(task, code).claim();
        worker.refused("Kết quả thực hiện: không được để trống.");
        worker.fill("Kết quả thực hiện", result)
                .upload("Minh chứng", "Minh chứng.pdf", "application/pdf", SampleFiles.pdf("Minh chứng"));
        picture(worker, "item");
        worker.complete();
    }

    private void officerMeasures(TasklistPage officer, String value) {
        officer.open(MEASURE, code).claim();
        officer.fill("Giá trị đạt được", value);
        picture(officer, "indicator");
        officer.complete();
    }

    private void leaderWantsRework(TasklistPage leader) {
        leader.open(CONFIRM, code).claim();
        assertThat(leader.shown("results")).containsText("Đã khảo sát ba hệ thống");
        leader.check("Yêu cầu làm lại")
                .fill("Ý kiến về kết quả", "Còn hai hệ thống")
                .refused("Phần việc làm lại");
        leader.check("2. Khảo sát tại chỗ");
        picture(leader, "confirm-rework");
        leader.complete();
    }

    private void leaderConfirms(TasklistPage leader) {
        leader.open(CONFIRM, code).claim();
        picture(leader, "confirm");
        leader.check("Xác nhận").complete();
    }

    private void pageShowsIt() {
        TasklistPage officer = CHROMIUM.tasklistOf("tayninh.officer1");
        officer.page().navigate(officer.page().url().replaceAll("/camunda.*", "/cases/" + code));
        assertThat(officer.page().locator("main")).containsText("Đã khảo sát cả năm hệ thống");
        CHROMIUM.picture(officer.page(), "activity-page");
    }

    private void agreementShowsIt(String agreement) {
        TasklistPage officer = CHROMIUM.tasklistOf("tayninh.officer1");
        officer.page().navigate(officer.page().url().replaceAll("/camunda.*", "/cases/" + agreement));
        assertThat(officer.page().locator("main")).containsText(TITLE);
        CHROMIUM.picture(officer.page(), "activity-agreement");
    }

    @Test
    void anOfficerOpensTheProgrammeOfAYearByTickingItsFields() {
        String agreement = cooperation
                .agreement(Map.of("effectiveFrom", TODAY.minusDays(1).toString()))
                .inForce()
                .code();
        TasklistPage officer = CHROMIUM.tasklistOf("binhduong.officer1");
        officer.beginCase(PROGRAMME).select("Thỏa thuận", agreement);
        officer.refused("Các lĩnh vực");
        officer.check("Chọn tất cả");
        picture(officer, "programme");
        officer.start();

        Awaitility.await()
                .untilAsserted(() -> assertThat(cooperation
                                .as("binhduong.officer1")
                                .get("/api/v1/agreements/" + agreement)
                                .expect(HttpStatus.OK)
                                .json()
                                .path("activities"))
                        .hasSize(2)
                        .allMatch(activity -> !activity.path("nextDue").isNull()));
    }

    private static void picture(TasklistPage tasklist, String name) {
        CHROMIUM.picture(tasklist.page(), "activity-" + name);
    }
}
