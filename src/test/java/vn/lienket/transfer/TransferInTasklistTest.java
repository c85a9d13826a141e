package vn.lienket.transfer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.document.SampleFiles;
import vn.lienket.support.Chromium;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.MailboxPage;
import vn.lienket.support.TasklistPage;
import vn.lienket.support.TransferJourney;
import vn.lienket.transfer.process.TransferModel;

@IntegrationTest
class TransferInTasklistTest {

    private static final String PROCESS = "Chuyển giao công nghệ";
    private static final String CHECK = "Kiểm tra yêu cầu chuyển giao";
    private static final String ASSESS = "Đánh giá khả thi";
    private static final String PLAN = "Lập kế hoạch, hợp đồng chuyển giao";
    private static final String APPROVE = "Duyệt kế hoạch chuyển giao";
    private static final String REGISTER = "Đăng ký hợp đồng chuyển giao";
    private static final String ACCEPT = "Nghiệm thu chuyển giao";
    private static final String EVALUATE = "Đánh giá kết quả chuyển giao";

    private static final String TITLE = "Phần mềm trung tâm điều hành, chuyển giao trong Tasklist";
    private static final String NEED = "Một màn hình cho giao thông, môi trường và phản ánh hiện trường của tỉnh.";
    private static final String LIMITS = "Chưa chuyển giao được phần giao thông: camera của tỉnh dùng chuẩn khác.";
    private static final String MANUAL = "Tài liệu thiết kế và vận hành";
    private static final String TRAINING = "Vận hành trung tâm điều hành";
    private static final String PRICE = "Bên nhận trả 450.000.000 đồng sau khi nghiệm thu.";
    private static final String ARTICLE_31 = "Luật Chuyển giao công nghệ số 07/2017/QH14, Điều 31 (chưa kiểm chứng: ";
    private static final String CERTIFICATE = "12/2026/CN-CGCN";
    private static final String ATTENDEE = "Trần Văn Minh, Trung tâm CNTT Tây Ninh";
    private static final String DEFECT = "Buổi học chưa có phần xử lý sự cố.";
    private static final String VERDICT = "Đúng hẹn, hướng dẫn tận tình.";
    private static final String DELIVER_MANUAL = "Chuyển giao 1 (Tài liệu): " + MANUAL;
    private static final String DELIVER_TRAINING = "Chuyển giao 2 (Đào tạo): " + TRAINING;

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final LocalDate TRAINING_DAY = TODAY.plusWeeks(3);

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    Cooperation cooperation;

    private TransferJourney transfer;

    @Test
    void itsPeopleTakeARequestFromTheStartFormToTheEvaluation() {
        cooperation.agreement().inForce();
        officerAsks(CHROMIUM.tasklistOf("tayninh.officer1"));
        otherOfficerAccepts(CHROMIUM.tasklistOf("binhduong.officer1"));

        expertAssesses(tasklistOfAssignee(TransferModel.TASK_ASSESS));
        expertPreparesThePlan(tasklistOfAssignee(TransferModel.TASK_PREPARE_PLAN));
        leaderApproves(tasklistOf("tayninh.leader1", TransferModel.TASK_APPROVE_PLAN));
        otherLeaderApproves(tasklistOf("binhduong.leader1", TransferModel.TASK_APPROVE_PLAN));
        clerkRegisters(tasklistOf("tayninh.clerk1", TransferModel.TASK_REGISTER));

        expertDelivers(tasklistOfAssignee(TransferModel.TASK_DELIVER_ITEM));
        officerFindsADefect(tasklistOf("tayninh.officer1", TransferModel.TASK_ACCEPT));
        expertDeliversAgain(tasklistOfAssignee(TransferModel.TASK_DELIVER_ITEM));
        officerAcceptsAll(tasklistOf("tayninh.officer1", TransferModel.TASK_ACCEPT));
        leaderEvaluates(tasklistOf("tayninh.leader1", TransferModel.TASK_EVALUATE));
        everybodyWasTold();
    }

    private void officerAsks(TasklistPage officer) {
        officer.beginCase(PROCESS).select("Kênh hợp tác", "binhduong-tayninh");
        assertThat(officer.shown("provider")).containsText("Bên nhận yêu cầu: Sở");
        officer.select("Lĩnh vực chuyển giao", "ioc")
                .fill("Mô tả nhu cầu", NEED)
                .fill("Ngày cần có", TODAY.minusDays(1))
                .select("Sử dụng vốn nhà nước hoặc ngân sách nhà nước", "true")
                .refused("Tên yêu cầu: không được để trống.");
        officer.fill("Tên yêu cầu", TITLE).refused("Ngày cần có: không được ở quá khứ.");
        picture(officer, "start-refused");
        officer.fill("Ngày cần có", TODAY.plusMonths(4));
        picture(officer, "start");
        officer.start();
    }

    private void otherOfficerAccepts(TasklistPage officer) {
        transfer = cooperation.transfer(officer.caseCode(TITLE), "tayninh");
        officer.open(CHECK, transfer.code()).claim();
        assertThat(officer.shown("request")).containsText(NEED);
        assertThat(officer.shown("request")).containsText("sử dụng vốn nhà nước");
        officer.check("Không tiếp nhận").refused("Ý kiến kiểm tra: không được để trống.");
        picture(officer, "check-refused");
        officer.check("Tiếp nhận").complete();
    }

    private void expertAssesses(TasklistPage expert) {
        expert.openOwn(ASSESS, transfer.code());
        assertThat(expert.shown("route")).containsText("ngày làm việc");
        expert.check("Khả thi một phần").fill("Số ngày công", "40").refused("Nhận xét: không được để trống.");
        picture(expert, "assessment-refused");
        expert.fill("Nhận xét", LIMITS).complete();
    }

    private void expertPreparesThePlan(TasklistPage expert) {
        expert.openOwn(PLAN, transfer.code());
        assertThat(expert.shown("assessments")).containsText(LIMITS);
        expert.part("Nội dung 1").select("Loại", "document").fill("Tên nội dung", MANUAL);
        expert.refused("Thời hạn (ngày làm việc): không được để trống.");
        picture(expert, "plan-refused");
        expert.part("Nội dung 1").fill("Thời hạn", "10");
        expert.click("Thêm nội dung")
                .part("Nội dung 2")
                .select("Loại", "training")
                .fill("Tên nội dung", TRAINING)
                .fill("Thời hạn", "20")
                .fill("Ngày bắt đầu", TRAINING_DAY)
                .fill("Địa điểm", "Hội trường Sở, Tây Ninh")
                .fill("Số người tham dự", "25");

        Locator missing = expert.form().getByText("Còn thiếu điều khoản bắt buộc");
        assertThat(missing).containsText("Còn thiếu điều khoản bắt buộc: Giá và phương thức thanh toán.");
        picture(expert.scrollTo("assessments"), "plan");
        expert.fill("6. Giá và phương thức thanh toán", PRICE);
        assertThat(missing).isHidden();
        expert.complete();
    }

    private void leaderApproves(TasklistPage leader) {
        leader.open(APPROVE, transfer.code()).claim();
        assertThat(leader.shown("plan")).containsText("Hội trường Sở, Tây Ninh");
        assertThat(leader.shown("contract")).containsText(PRICE);
        leader.check("Yêu cầu sửa").refused("Ý kiến về kế hoạch: không được để trống.");
        picture(leader.scrollTo("plan"), "plan-opinion-refused");
        leader.check("Duyệt").complete();
    }

    private void otherLeaderApproves(TasklistPage leader) {
        leader.open(APPROVE, transfer.code()).claim();
        assertThat(leader.shown("opinions")).containsText("Lãnh đạo 1, Sở TT&TT Tây Ninh");
        leader.check("Duyệt").complete();
    }

    private void clerkRegisters(TasklistPage clerk) {
        clerk.open(REGISTER, transfer.code()).claim();
        assertThat(clerk.shown("registration")).containsText(ARTICLE_31);
        assertThat(clerk.shown("registration")).containsText("Kết quả là đề xuất, chưa kiểm chứng");
        assertThat(clerk.shown("registration")).containsText("còn 90 ngày");
        clerk.fill("Số giấy chứng nhận đăng ký", CERTIFICATE)
                .fill("Ngày đăng ký", TODAY.plusDays(1))
                .refused("Ngày đăng ký: phải từ ngày hợp đồng đến hôm nay.");
        picture(clerk, "registration-refused");
        clerk.fill("Ngày đăng ký", TODAY).complete();
    }

    private void expertDelivers(TasklistPage expert) {
        expert.openOwn(DELIVER_MANUAL, transfer.code())
                .fill("Nội dung đã chuyển giao", "Tài liệu thiết kế, cài đặt và vận hành.")
                .refused("Tài liệu chuyển giao: hãy tải tệp lên.");
        picture(expert, "delivery-refused");
        expert.upload("Tài liệu chuyển giao", "van-hanh.pdf", "application/pdf", SampleFiles.pdf("manual"))
                .complete();

        expert.openOwn(DELIVER_TRAINING, transfer.code());
        assertThat(expert.shown("item")).containsText("Hội trường Sở, Tây Ninh");
        expert.fill("Nội dung đã chuyển giao", "Một ngày học, thực hành trên dữ liệu mẫu.")
                .refused("Danh sách người tham dự: không được để trống.");
        picture(expert, "training-refused");
        expert.fill("Danh sách người tham dự", ATTENDEE + "\nLê Thị Lan, Sở TT&TT Tây Ninh")
                .complete();
    }

    private void officerFindsADefect(TasklistPage officer) {
        officer.open(ACCEPT, transfer.code()).claim();
        assertThat(officer.shown("deliveries")).containsText("van-hanh.pdf");
        assertThat(officer.shown("deliveries")).containsText(ATTENDEE);
        officer.check("Có nội dung chưa đạt")
                .fill("Ý kiến nghiệm thu", DEFECT)
                .refused("Nội dung chưa đạt: chọn ít nhất một nội dung.");
        picture(officer, "acceptance-refused");
        officer.check("2. " + TRAINING);
        picture(officer, "defect");
        officer.complete();
    }

    private void expertDeliversAgain(TasklistPage expert) {
        expert.openOwn(DELIVER_TRAINING, transfer.code());
        assertThat(expert.shown("acceptances")).containsText(DEFECT);
        assertThat(expert.shown("deliveries")).containsText(ATTENDEE);
        expert.fill("Nội dung đã chuyển giao", "Buổi học thêm về xử lý sự cố.")
                .fill("Danh sách người tham dự", ATTENDEE);
        picture(expert, "delivered-again");
        expert.complete();
    }

    private void officerAcceptsAll(TasklistPage officer) {
        officer.open(ACCEPT, transfer.code()).claim();
        assertThat(officer.shown("round")).hasText("Nghiệm thu lần 2");
        assertThat(officer.shown("deliveries")).containsText("Buổi học thêm về xử lý sự cố.");
        assertThat(officer.shown("deliveries")).not().containsText(MANUAL);
        officer.refused("Kết quả nghiệm thu: hãy chọn một phương án.")
                .check("Đạt")
                .complete();
    }

    private void leaderEvaluates(TasklistPage leader) {
        leader.open(EVALUATE, transfer.code()).claim();
        assertThat(leader.shown("acceptances")).containsText(DEFECT);
        leader.fill("Nhận xét", VERDICT).refused("Điểm đánh giá: hãy chọn một mức.");
        picture(leader, "evaluation-refused");
        leader.check("4 – Tốt");
        picture(leader.scrollTo("deliveries"), "evaluation");
        leader.complete();

        JsonNode closed = transfer.view();
        assertThat(closed.path("state").asText()).isEqualTo("CLOSED");
        assertThat(closed.path("score").asInt()).isEqualTo(4);
        assertThat(closed.path("openTasks")).isEmpty();
        assertThat(closed.path("documents").findValuesAsText("kind"))
                .containsExactly("contract", "contract", "delivery");
    }

    private void everybodyWasTold() {
        MailboxPage approved = mail("tayninh.officer1", "Kế hoạch chuyển giao đã được duyệt");
        String number = transfer.view().path("contractNumber").asText();
        assertThat(approved.content()).containsText(number);
        assertThat(approved.attachment().pdfText()).contains(number, PRICE, MANUAL, TRAINING);
        picture(approved.page(), "mail-contract");

        MailboxPage invited = mail("tayninh.leader1", "Mời tham dự: " + TRAINING);
        assertThat(invited.page().locator("a[href*='/attachments/']")).hasText("invite.ics");
        assertThat(new String(invited.attachment().content(), StandardCharsets.UTF_8))
                .contains(
                        "METHOD:REQUEST",
                        "DTSTART;VALUE=DATE:" + TRAINING_DAY.format(DateTimeFormatter.BASIC_ISO_DATE),
                        TRAINING);
        picture(invited.page(), "mail-invitation");

        assertThat(mail("binhduong.officer1", "Hợp đồng đã được đăng ký").content())
                .containsText(CERTIFICATE);
        MailboxPage defective = mail("binhduong.officer1", "Nghiệm thu chưa đạt");
        assertThat(defective.content()).containsText("2. " + TRAINING);
        assertThat(defective.content()).containsText(DEFECT);

        MailboxPage evaluated = mail("binhduong.leader1", "Đã đánh giá việc chuyển giao");
        assertThat(evaluated.content()).containsText("4/5");
        assertThat(evaluated.content()).containsText(VERDICT);
        picture(evaluated.page(), "mail-evaluated");
    }

    private MailboxPage mail(String user, String heading) {
        return CHROMIUM.mailsTo("%s@%s.example".formatted(user, user.substring(0, user.indexOf('.'))))
                .read("[%s] %s".formatted(transfer.code(), heading));
    }

    /** Signs in once a task with this key is open: what comes later is not in a list that was loaded before. */
    private TasklistPage tasklistOf(String user, String key) {
        transfer.task(key);
        return CHROMIUM.tasklistOf(user);
    }

    /** Signs in whoever was given the task with this key. */
    private TasklistPage tasklistOfAssignee(String key) {
        return CHROMIUM.tasklistOf(transfer.task(key).path("assignee").asText());
    }

    private static void picture(TasklistPage tasklist, String name) {
        picture(tasklist.page(), name);
    }

    private static void picture(Page page, String name) {
        CHROMIUM.picture(page, "transfer-" + name);
    }
}
