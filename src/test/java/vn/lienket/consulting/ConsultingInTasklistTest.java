package vn.lienket.consulting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.calendar.Deadlines;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.document.SampleFiles;
import vn.lienket.support.Chromium;
import vn.lienket.support.CockpitPage;
import vn.lienket.support.ConsultingJourney;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.MailboxPage;
import vn.lienket.support.MaturitySheet;
import vn.lienket.support.TasklistPage;
import vn.lienket.support.TaxCodes;

@IntegrationTest
class ConsultingInTasklistTest {

    private static final String PROCESS = "Tư vấn chuyển đổi số cho doanh nghiệp";
    private static final String VERIFY = "Kiểm tra hồ sơ doanh nghiệp";
    private static final String SUPPLEMENT = "Bổ sung hồ sơ";
    private static final String ASSESS = "Đánh giá mức độ sẵn sàng chuyển đổi số";
    private static final String DRAFT_ROADMAP = "Lập lộ trình chuyển đổi số";
    private static final String CONFIRM_ROADMAP = "Xác nhận lộ trình";
    private static final String DECIDE_SUPPORT = "Quyết định hỗ trợ";
    private static final LocalDate TODAY = LocalDate.now(Deadlines.ZONE);
    private static final String REGISTER = "Vào sổ, cấp số văn bản gửi doanh nghiệp";
    private static final String REASSESS = "Đánh giá lại mức độ sẵn sàng";
    private static final String CLOSE = "Kết thúc hồ sơ, trả kết quả";

    private static final String ENTERPRISE = "Công ty TNHH Gốm sứ Lái Thiêu";
    private static final String EMAIL = "giamdoc@gomsulaithieu.example";
    private static final String MISSING = "Bổ sung giấy tờ chứng minh doanh nghiệp do phụ nữ làm chủ.";
    private static final String CONSULTING_STEP = "Tư vấn kiến trúc dữ liệu";
    private static final String SOLUTION_STEP = "Thuê phần mềm quản lý kho và bán hàng";
    private static final String NETWORK_STEP = "Chuyên gia trong mạng lưới kèm cặp vận hành";
    private static final String ARTICLE_11 = "Nghị định 80/2021/NĐ-CP, Điều 11 (chưa kiểm chứng: ";
    private static final String ARTICLE_13 = "Nghị định 80/2021/NĐ-CP, Điều 13 (chưa kiểm chứng: ";
    private static final String CLOSING_NOTE = "Kho và bán hàng đã dùng chung một phần mềm.";
    private static final String BEFORE = "/assessments/0/overall";
    private static final String AFTER = "/assessments/1/overall";
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    Cooperation cooperation;

    private ConsultingJourney consulting;

    @Test
    void itsPeopleTakeACaseFromTheStartFormToTheReport() {
        TasklistPage officer = CHROMIUM.tasklistOf("binhduong.officer1");
        officerStartsTheCase(officer);
        officerAsksForASupplement(officer);
        officerRecordsTheSupplement(officer);
        officerAccepts(officer);

        TasklistPage expert = CHROMIUM.tasklistOf(consulting.consultant());
        expertAssesses(expert);
        expertDraftsTheRoadmap(expert);

        officerConfirmsTheRoadmap(CHROMIUM.tasklistOf("binhduong.officer1"));
        leaderDecidesTheSupport(CHROMIUM.tasklistOf("binhduong.leader1"));
        clerkRegisters(CHROMIUM.tasklistOf("binhduong.clerk1"), "Quyết định hỗ trợ: hỗ trợ");
        managerSeesTheCaseInCockpit();

        expertCarriesOutTheSteps(CHROMIUM.tasklistOf(consulting.consultant()));
        expertReassesses(CHROMIUM.tasklistOf(consulting.consultant()));
        officerClosesTheCase(CHROMIUM.tasklistOf("binhduong.officer1"));
        clerkRegisters(CHROMIUM.tasklistOf("binhduong.clerk1"), "Báo cáo kết quả tư vấn");
        theCaseIsClosed();
        theEnterpriseWasToldOfEachStep();
    }

    @Test
    void anEnterpriseAnswersItsRoadmapThroughTheLinkInItsMail() {
        consulting = cooperation
                .consulting(Map.of("enterpriseName", ENTERPRISE, "contactEmail", EMAIL))
                .upTo(ConsultingModel.TASK_CONFIRM_ROADMAP);

        MailboxPage mail = mail("Lộ trình chuyển đổi số");
        Page answer = mail.follow("Trả lời");
        assertThat(answer.locator("dl")).containsText(consulting.code());
        assertThat(answer.locator("table").last()).containsText(ARTICLE_11);
        answer.getByText("Gửi trả lời").click();
        assertThat(answer.locator("#roadmapDecision-problem")).hasText("Trả lời về lộ trình: hãy chọn một phương án.");
        picture(answer, "enterprise-answer-refused");

        answer.getByLabel("Đồng ý thực hiện").check();
        answer.getByLabel("Ý kiến").fill("Doanh nghiệp bắt đầu từ tháng sau.");
        answer.getByText("Gửi trả lời").click();
        assertThat(answer.getByRole(AriaRole.STATUS)).containsText("Đã nhận trả lời của doanh nghiệp.");
        picture(answer, "enterprise-answered");
        assertThat(mail.follow("Trả lời").getByRole(AriaRole.STATUS)).containsText("đã có câu trả lời");

        TasklistPage leader = CHROMIUM.tasklistOf("binhduong.leader1").open(DECIDE_SUPPORT, consulting.code());
        assertThat(leader.shown("roadmap")).containsText("Tư vấn chiến lược");
        JsonNode given = consulting.view().at("/roadmapAnswers/0");
        assertThat(given.path("decision").asText()).isEqualTo("agree");
        assertThat(given.path("author").asText()).isEqualTo("enterprise");
    }

    private void officerStartsTheCase(TasklistPage officer) {
        String taxCode = TaxCodes.next();
        officer.beginCase(PROCESS).refused("Mã số thuế: không được để trống.");
        officer.fill("Mã số thuế", withWrongCheckDigit(taxCode))
                .refused("Mã số thuế: chữ số kiểm tra (chữ số thứ 10) không đúng.");
        picture(officer, "start-refused");
        officer.fill("Mã số thuế", taxCode);
        assertThat(officer.form()).containsText("Sổ đăng ký chưa có doanh nghiệp này");
        officer.fill("Tên doanh nghiệp", ENTERPRISE)
                .select("Lĩnh vực", "industry-construction")
                .fill("Số lao động", "45")
                .fill("Doanh thu", "30 tỷ")
                .fill("Tổng nguồn vốn", "12.000.000.000")
                .fill("Người liên hệ", "Nguyễn Thị Hoa")
                .fill("Thư điện tử liên hệ", EMAIL)
                .fill("Điện thoại liên hệ", "0912 345 678")
                .select("Nhóm nhu cầu", "data-ai")
                .fill("Nhu cầu tư vấn", "Biết ngay tồn kho và lãi lỗ của từng đơn hàng.")
                .refused("Doanh thu (đồng): phải là số nguyên không âm, ghi đủ các chữ số.");
        officer.fill("Doanh thu", "30.000.000.000");
        picture(officer, "start");
        officer.start();
        consulting = cooperation.consulting(officer.caseCode(ENTERPRISE));
    }

    private void officerAsksForASupplement(TasklistPage officer) {
        officer.open(VERIFY, consulting.code()).claim();
        assertThat(officer.shown("case")).containsText("Nghị định 80/2021/NĐ-CP, Điều 5 (chưa kiểm chứng: ");
        officer.check("Yêu cầu bổ sung").refused("Ý kiến kiểm tra: không được để trống.");
        officer.fill("Ý kiến kiểm tra", MISSING);
        picture(officer, "supplement-asked-for");
        officer.complete();
    }

    private void officerRecordsTheSupplement(TasklistPage officer) {
        officer.open(SUPPLEMENT, consulting.code()).claim();
        assertThat(officer.shown("request")).hasText(MISSING);
        officer.fill("Nội dung bổ sung", "Bà Hoa nắm 60% vốn điều lệ và là giám đốc, theo giấy chứng nhận đăng ký.")
                .check("Do phụ nữ làm chủ")
                .fill("Điện thoại liên hệ", "0912")
                .refused("Điện thoại liên hệ: phải là số di động 10 chữ số");
        picture(officer, "supplement-refused");
        officer.fill("Điện thoại liên hệ", "0912345678").complete();
    }

    private void officerAccepts(TasklistPage officer) {
        officer.open(VERIFY, consulting.code()).claim();
        assertThat(officer.shown("enterprise")).containsText("do phụ nữ làm chủ");
        assertThat(officer.shown("earlier")).containsText(MISSING);
        officer.check("Tiếp nhận").complete();
    }

    private void expertAssesses(TasklistPage expert) {
        expert.openOwn(ASSESS, consulting.code());
        assertThat(expert.shown("standing")).containsText("chưa phải bộ tiêu chí chính thức");
        MaturitySheet sheet = expert.sheet();
        int skipped = sheet.size() / 2;
        sheet.answer(0, skipped, ConsultingInTasklistTest::before);
        picture(expert, "assessment");
        sheet.answer(skipped + 1, sheet.size(), ConsultingInTasklistTest::before);
        assertThat(sheet.progress()).containsText("Đã trả lời %d/%d câu".formatted(sheet.size() - 1, sheet.size()));
        expert.refused("Phiếu đánh giá: còn 1 câu chưa trả lời.");
        assertThat(sheet.wrong()).hasCount(1);
        assertThat(sheet.wrong().locator(".lk-error")).hasText("Hãy chọn một câu trả lời.");
        picture(expert, "assessment-refused");
        sheet.answer(skipped, before(skipped));
        assertThat(sheet.wrong()).hasCount(0);
        expert.complete();
    }

    private void expertDraftsTheRoadmap(TasklistPage expert) {
        expert.openOwn(DRAFT_ROADMAP, consulting.code());
        assertThat(expert.shown("assessment").locator("img")).isVisible();
        picture(expert.scrollTo("assessment"), "assessed");
        Locator totals = expert.shown("totals");

        expert.part("Bước 1")
                .fill("Tên việc", CONSULTING_STEP)
                .select("Loại hỗ trợ", "dx-consulting")
                .fill("Chi phí", "một trăm triệu")
                .fill("Thời hạn", "30")
                .fill("Giải pháp", "Thuê tư vấn vẽ lại dòng dữ liệu từ đơn hàng đến sổ kế toán.");
        expert.refused("Chi phí (đồng): phải là số nguyên không âm, ghi đủ các chữ số.")
                .refused("Trụ cột: hãy chọn một mục.");
        expert.part("Bước 1").select("Trụ cột", "strategy").fill("Chi phí", "120.000.000");
        assertThat(totals).hasText("Tổng chi phí: 120.000.000 đồngHỗ trợ dự kiến: 50.000.000 đồng");

        expert.click("Thêm bước")
                .part("Bước 2")
                .fill("Tên việc", SOLUTION_STEP)
                .select("Trụ cột", "supply-chain")
                .select("Loại hỗ trợ", "dx-solution")
                .fill("Chi phí", "80.000.000")
                .fill("Thời hạn", "60")
                .fill("Giải pháp", "Thuê bao theo năm, nối với hóa đơn điện tử.");
        assertThat(totals).hasText("Tổng chi phí: 200.000.000 đồngHỗ trợ dự kiến: 90.000.000 đồng");

        expert.click("Thêm bước")
                .part("Bước 3")
                .fill("Tên việc", NETWORK_STEP)
                .select("Trụ cột", "people")
                .select("Loại hỗ trợ", "network-consulting")
                .fill("Chi phí", "240.000.000")
                .fill("Thời hạn", "90")
                .fill("Giải pháp", "Mỗi tuần một buổi tại xưởng, theo số liệu của tuần trước.");
        assertThat(totals).hasText("Tổng chi phí: 440.000.000 đồngHỗ trợ dự kiến: 210.000.000 đồng");
        assertThat(expert.shown("support")).containsText("50 % × 240.000.000 đồng, không quá 150.000.000 đồng một năm");
        picture(expert, "roadmap-with-live-support");
        expert.complete();
    }

    private void officerConfirmsTheRoadmap(TasklistPage officer) {
        officer.open(CONFIRM_ROADMAP, consulting.code()).claim();
        assertThat(officer.shown("roadmap")).containsText("440.000.000 đồng");
        assertThat(officer.shown("support")).containsText("210.000.000 đồng");
        officer.check("Yêu cầu sửa").refused("Ý kiến của doanh nghiệp: không được để trống.");
        picture(officer, "roadmap-answer-refused");
        officer.check("Đồng ý");
        assertThat(officer.form().locator(".lk-error:not(:empty)")).hasCount(0);
        officer.complete();
    }

    private void leaderDecidesTheSupport(TasklistPage leader) {
        leader.open(DECIDE_SUPPORT, consulting.code()).claim();
        assertThat(leader.shown("support")).containsText("50 % × 120.000.000 đồng, không quá 50.000.000 đồng một năm");
        assertThat(leader.shown("support")).containsText(ARTICLE_11);
        assertThat(leader.shown("support")).containsText(ARTICLE_13);
        leader.check("Từ chối hỗ trợ").refused("Ý kiến về hỗ trợ: không được để trống.");
        assertThat(leader.shown("grant")).hasText("Cấp 210.000.000 đồng theo cách tính trên.");
        leader.check("Hỗ trợ").fill("Ý kiến về hỗ trợ", "Lộ trình phù hợp, đúng đối tượng.");
        picture(leader.scrollTo("support"), "support-decision");
        leader.asked("Bạn sắp quyết định hỗ trợ 210.000.000 đồng (210 triệu đồng) cho");
        picture(leader, "support-confirmation");
        leader.confirm(DECIDE_SUPPORT);
    }

    private void clerkRegisters(TasklistPage clerk, String paper) {
        clerk.open(REGISTER, consulting.code()).claim();
        assertThat(clerk.shown("paper")).containsText(paper);
        assertThat(clerk.shown("paper")).containsText("Xem dự thảo (PDF)");
        clerk.fill("Ngày văn bản", TODAY.plusDays(1).toString()).refused("Ngày văn bản: không được ở tương lai.");
        picture(clerk, "outcome-refused");
        clerk.fill("Ngày văn bản", TODAY.toString()).complete();
    }

    private void managerSeesTheCaseInCockpit() {
        CockpitPage cockpit = CHROMIUM.cockpitOf("binhduong.manager1").open(PROCESS, consulting.code());
        assertThat(cockpit.tokens(ConsultingModel.SUB_PROCESS_IMPLEMENTATION)).hasText("1");
        picture(cockpit.page(), "cockpit");
        cockpit.enter(ConsultingModel.SUB_PROCESS_IMPLEMENTATION);
        assertThat(cockpit.element(ConsultingModel.TASK_CARRY_OUT_STEP)).isVisible();
        assertThat(cockpit.element(ConsultingModel.TASK_CARRY_OUT_STEP)).containsText("Thực hiện bước");
        assertThat(cockpit.tokens(ConsultingModel.TASK_CARRY_OUT_STEP)).hasText("3");
        picture(cockpit.page(), "cockpit-phase");
    }

    private void expertCarriesOutTheSteps(TasklistPage expert) {
        expert.openOwn("Thực hiện bước 1: " + CONSULTING_STEP, consulting.code())
                .fill("Kết quả thực hiện", "Đã có sơ đồ dòng dữ liệu và danh mục mã hàng dùng chung.")
                .fill("Chi phí thực tế", "khoảng 110 triệu")
                .refused("Chi phí thực tế (đồng): phải là số nguyên không âm, ghi đủ các chữ số.");
        picture(expert, "step-refused");
        expert.fill("Chi phí thực tế", "110.000.000")
                .upload("Minh chứng", "bien-ban-nghiem-thu.pdf", "application/pdf", SampleFiles.pdf("accepted"));
        picture(expert, "step");
        expert.complete();
        expert.openOwn("Thực hiện bước 2: " + SOLUTION_STEP, consulting.code())
                .fill("Kết quả thực hiện", "Kho và ba cửa hàng đã dùng phần mềm.")
                .fill("Chi phí thực tế", "78.000.000")
                .complete();
        expert.openOwn("Thực hiện bước 3: " + NETWORK_STEP, consulting.code())
                .fill("Kết quả thực hiện", "Mười hai buổi; tổ trưởng tự đọc được báo cáo ngày.")
                .fill("Chi phí thực tế", "240.000.000")
                .complete();
        consulting.task(ConsultingModel.TASK_REASSESS);
    }

    private void expertReassesses(TasklistPage expert) {
        expert.openOwn(REASSESS, consulting.code());
        MaturitySheet sheet = expert.sheet();
        int last = sheet.size() - 1;
        sheet.answer(0, last, ConsultingInTasklistTest::after);
        expert.refused("Phiếu đánh giá: còn 1 câu chưa trả lời.");
        picture(expert, "reassessment-refused");
        sheet.answer(last, after(last));
        expert.complete();
    }

    private void officerClosesTheCase(TasklistPage officer) {
        officer.open(CLOSE, consulting.code()).claim();
        assertThat(officer.shown("gains")).containsText("Tổng hợp" + shown(BEFORE, "%.1f") + shown(AFTER, "%.1f"));
        assertThat(officer.shown("results")).containsText("428.000.000 đồng");
        officer.fill("Kết luận", CLOSING_NOTE).refused("Mức độ hài lòng của doanh nghiệp: hãy chọn một mức.");
        picture(officer, "close-refused");
        officer.check("5 – Rất hài lòng");
        picture(officer.scrollTo("gains"), "close");
        officer.complete();
    }

    private void theCaseIsClosed() {
        JsonNode closed = consulting.view();
        assertThat(closed.path("state").asText()).isEqualTo("CLOSED");
        assertThat(closed.path("openTasks")).isEmpty();
        assertThat(closed.path("documents").findValuesAsText("kind"))
                .containsExactly("roadmap", "decision", "evidence", "report");
    }

    private void theEnterpriseWasToldOfEachStep() {
        assertThat(mail("Đã nhận hồ sơ tư vấn").content()).containsText("Biết ngay tồn kho");
        assertThat(mail("Cần bổ sung hồ sơ").content()).containsText(MISSING);
        assertThat(mail("Hồ sơ được tiếp nhận").content())
                .containsText("Nghị định 80/2021/NĐ-CP, Điều 5 (chưa kiểm chứng: ");

        MailboxPage roadmap = mail("Lộ trình chuyển đổi số");
        assertThat(roadmap.content()).containsText("440.000.000 đồng");
        assertThat(roadmap.attachment().pdfText()).contains(SOLUTION_STEP, "Tổng cộng 210.000.000");

        MailboxPage decision = mail("Kết quả xét hỗ trợ");
        assertThat(decision.content()).containsText("50 % × 120.000.000 đồng = 60.000.000 đồng; mức trần năm");
        assertThat(decision.content()).containsText(ARTICLE_11);
        assertThat(decision.content()).containsText("210.000.000 đồng");
        picture(decision.page(), "mail-support-decided");

        MailboxPage report = mail("Kết quả tư vấn chuyển đổi số");
        picture(report.page(), "mail-report");
        assertThat(report.attachment().pdfText())
                .contains(
                        shown(BEFORE, "Trước tư vấn: %.1f/100 điểm"),
                        shown(AFTER, "Sau tư vấn: %.1f/100 điểm"),
                        "428.000.000",
                        "hỗ trợ 210.000.000 đồng",
                        "Mức độ hài lòng của doanh nghiệp: 5/5.",
                        CLOSING_NOTE);
    }

    private MailboxPage mail(String subject) {
        return CHROMIUM.mailsTo(EMAIL).read("[%s] %s".formatted(consulting.code(), subject));
    }

    /** A number of the case, as it is written for people. */
    private String shown(String pointer, String format) {
        return String.format(VIETNAMESE, format, consulting.view().at(pointer).asDouble());
    }

    /** What the enterprise answers to a question: some pillars are weaker than others. */
    private static int before(int question) {
        return question / 5 % 3;
    }

    private static int after(int question) {
        return before(question) + 1 + question % 3;
    }

    private static String withWrongCheckDigit(String taxCode) {
        int digit = Character.digit(taxCode.charAt(9), 10);
        return taxCode.substring(0, 9) + (digit + 1) % 10;
    }

    private static void picture(TasklistPage tasklist, String name) {
        picture(tasklist.page(), name);
    }

    private static void picture(Page page, String name) {
        CHROMIUM.picture(page, "consulting-" + name);
    }
}
