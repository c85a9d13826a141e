package vn.lienket.assignment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Chromium;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.TasklistPage;

/** A person registers his absence in Tasklist, and his substitute finds the work there. */
@IntegrationTest
class AbsenceInTasklistTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final String AWAY = "binhduong.officer2";
    private static final String SUBSTITUTE = "binhduong.officer1";
    private static final String BORROWED = "Việc nhận thay";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    Cooperation cooperation;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void everybodyIsBack() {
        jdbc.sql("delete from lienket.absence where registered_by is not null").update();
        jdbc.sql("insert into lienket.directory_version default values").update();
    }

    @Test
    void whatIsRefusedStandsBesideItsFieldAndIsGoneOnceItIsRight() {
        cooperation
                .as(AWAY)
                .post(
                        "/api/v1/absences",
                        Map.of("person", AWAY, "from", "2044-03-01", "to", "2044-03-05", "substitute", SUBSTITUTE))
                .expect(HttpStatus.CREATED);
        List<String> failed = new ArrayList<>();

        TasklistPage away = CHROMIUM.tasklistOf(AWAY).beginCase("Đăng ký vắng mặt");
        away.page().onResponse(response -> {
            if (response.status() == 404) {
                failed.add(response.url());
            }
        });
        away.fill("Từ ngày", LocalDate.of(2044, 3, 5))
                .fill("Đến ngày", LocalDate.of(2054, 3, 5))
                .refused("Đến ngày: một kỳ vắng mặt dài nhất 366 ngày.")
                .fill("Đến ngày", LocalDate.of(2044, 3, 9))
                .refused("đã đăng ký vắng mặt từ ngày 01/03/2044");
        assertThat(away.page().locator("[data-field=from] .lk-error")).containsText("đã đăng ký vắng mặt");
        CHROMIUM.picture(away.page(), "absence-refused");

        away.fill("Từ ngày", LocalDate.of(2044, 3, 6)).start();
        Locator toasts = away.page().locator(".notifications");
        assertThat(toasts).containsText("Đã đăng ký vắng mặt cho Chuyên viên 2");
        assertThat(toasts).not().containsText("01/03/2044");
        away.page().waitForTimeout(1_500);
        CHROMIUM.picture(away.page(), "absence-right");
        assertThat(failed).isEmpty();
    }

    @Test
    void theSubstituteFindsApartWhatHeDoesInThePlaceOfAnother() {
        AgreementCase agreement = cooperation.agreement();
        String task = agreement.task(AgreementModel.TASK_DRAFT, "binhduong");
        cooperation
                .as(AWAY)
                .post("/engine-rest/task/" + task + "/claim", Map.of("userId", AWAY))
                .expect(HttpStatus.NO_CONTENT);

        TasklistPage away = CHROMIUM.tasklistOf(AWAY).beginCase("Đăng ký vắng mặt");
        assertThat(away.field("Người vắng mặt")).hasValue(AWAY);
        away.fill("Từ ngày", TODAY)
                .fill("Đến ngày", TODAY.minusDays(1))
                .select("Người làm thay", SUBSTITUTE)
                .refused("Đến ngày: không được trước ngày bắt đầu.")
                .fill("Đến ngày", TODAY.plusDays(1));
        CHROMIUM.picture(away.page(), "absence-start");
        away.start();
        assertThat(away.page().locator(".notifications"))
                .containsText("Đã đăng ký vắng mặt cho Chuyên viên 2, Sở TT&TT Bình Dương từ ");
        CHROMIUM.picture(away.page(), "absence-said");

        TasklistPage substitute = CHROMIUM.tasklistOf(SUBSTITUTE);
        substitute.filter(BORROWED).click();
        substitute.newestFirst();
        Locator card = substitute.card(agreement.code());
        assertThat(card).containsText("Làm thay Chuyên viên 2");
        card.locator("h4 a").click();
        assertThat(substitute.page().locator(".task-card")).containsText("Làm thay Chuyên viên 2");
        CHROMIUM.picture(substitute.page(), "absence-borrowed");
        substitute.check("Để hệ thống tạo dự thảo từ mẫu").complete();

        Page page = CHROMIUM.signIn(AWAY);
        page.navigate("/account/absences");
        assertThat(page.locator("tbody tr")).containsText("Đang vắng mặt");
        CHROMIUM.picture(page, "absence-page");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kết thúc"))
                .click();
        assertThat(page.locator("tbody tr")).containsText("Đã kết thúc");
    }
}
