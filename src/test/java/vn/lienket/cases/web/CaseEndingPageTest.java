package vn.lienket.cases.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.support.Actor;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Answer;
import vn.lienket.support.Chromium;
import vn.lienket.support.ConsultingJourney;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.TasklistPage;

/** {@code /cases/{code}/withdrawal} and {@code /termination}, and the start forms that do the same. */
@IntegrationTest
class CaseEndingPageTest {

    private static final String REASON = "Hai bên đổi kế hoạch";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    Cooperation cooperation;

    @Test
    void onlyWhoMayFindsTheWayOnThePageOfACase() {
        String code = cooperation.agreement().code();

        for (String person : List.of("binhduong.officer2", "binhduong.leader1", "admin")) {
            assertThat(page(person, code)).as(person).contains("/cases/%s/withdrawal".formatted(code));
            assertThat(page(person, code)).as(person).doesNotContain("/termination");
        }
        for (String person : List.of("binhduong.clerk1", "tayninh.leader1", "tayninh.manager2")) {
            assertThat(page(person, code)).as(person).doesNotContain("/withdrawal");
        }
    }

    @Test
    void aReasonAndAConfirmationAreAskedFor() {
        String code = cooperation.agreement().code();

        Answer empty = send("binhduong.officer1", code, "withdrawal", Map.of("reason", "  "));
        assertThat(empty.expect(HttpStatus.BAD_REQUEST).body())
                .contains("Lý do rút hồ sơ: không được để trống.")
                .contains("Xác nhận: hãy đánh dấu để rút hồ sơ.");
        Answer unconfirmed = send("binhduong.officer1", code, "withdrawal", Map.of("reason", REASON));
        assertThat(unconfirmed.expect(HttpStatus.BAD_REQUEST).body())
                .contains(REASON + "</textarea>")
                .doesNotContain("Lý do rút hồ sơ: không được để trống.");
        Answer tooLong = send("binhduong.officer1", code, "withdrawal", confirmed("x".repeat(4001)));
        assertThat(tooLong.expect(HttpStatus.BAD_REQUEST).body()).contains("không quá 4000 ký tự");
    }

    @Test
    void whoMayNotIsRefusedAndNothingIsDone() {
        AgreementCase agreement = cooperation.agreement();
        String code = agreement.code();

        send("tayninh.leader1", code, "withdrawal", confirmed(REASON)).expect(HttpStatus.FORBIDDEN);
        send("binhduong.clerk1", code, "withdrawal", confirmed(REASON)).expect(HttpStatus.FORBIDDEN);
        send("qtsc.leader1", code, "withdrawal", confirmed(REASON)).expect(HttpStatus.NOT_FOUND);
        send("binhduong.leader1", code, "termination", confirmed(REASON)).expect(HttpStatus.CONFLICT);
        String consulting = cooperation.consulting().code();
        send("binhduong.leader1", consulting, "termination", confirmed(REASON)).expect(HttpStatus.NOT_FOUND);
        assertThat(agreement.state()).isEqualTo("DRAFTING");
    }

    @Test
    void aCaseIsWithdrawnOnce() {
        AgreementCase agreement = cooperation.agreement();
        String code = agreement.code();

        Answer done = send("binhduong.officer1", code, "withdrawal", confirmed(REASON));
        assertThat(done.header("Location")).endsWith("/cases/%s?ended=withdrawal".formatted(code));
        assertThat(agreement.state()).isEqualTo("WITHDRAWN");
        assertThat(cooperation
                        .as("binhduong.officer1")
                        .open("/cases/%s?ended=withdrawal".formatted(code))
                        .body())
                .contains("Đã rút hồ sơ.")
                .doesNotContain("/withdrawal\"");

        Answer again = send("binhduong.officer1", code, "withdrawal", confirmed(REASON));
        assertThat(again.expect(HttpStatus.CONFLICT).body())
                .contains("Hồ sơ %s không ở bước nhận thao tác này.".formatted(code))
                .doesNotContain("<textarea");
    }

    @Test
    void whatDidNotHappenIsNotSaid() {
        String code = cooperation.agreement().code();

        for (String ended : List.of("withdrawal", "termination", "x")) {
            assertThat(cooperation
                            .as("binhduong.officer1")
                            .open("/cases/%s?ended=%s".formatted(code, ended))
                            .body())
                    .doesNotContain("Đã rút", "Đã chấm dứt");
        }
    }

    @Test
    void whatComesOfItIsToldBefore() {
        ConsultingJourney consulting = cooperation.consulting();
        String asked = cooperation
                .as("binhduong.leader1")
                .open("/cases/%s/withdrawal".formatted(consulting.code()))
                .expect(HttpStatus.OK)
                .body();

        assertThat(asked)
                .contains("1 việc đang mở ở trên dừng lại")
                .contains("Liên kết đã gửi để doanh nghiệp trả lời không dùng được nữa.")
                .contains("Tư vấn chuyển đổi số");
    }

    @Test
    void theStartFormFindsOwnCasesWithAndWithoutAccents() {
        AgreementCase open = cooperation.agreement(Map.of("title", "Phối hợp số hóa tài liệu đất đai"));
        Actor leader = cooperation.as("binhduong.leader1");

        assertThat(found(leader, "withdrawal", "so hoa tai lieu dat dai")).containsExactly(open.code());
        assertThat(found(leader, "withdrawal", "số hóa tài liệu")).containsExactly(open.code());
        assertThat(found(leader, "withdrawal", open.code())).containsExactly(open.code());
        assertThat(found(leader, "termination", open.code())).isEmpty();
        assertThat(found(cooperation.as("tayninh.leader1"), "withdrawal", open.code()))
                .isEmpty();

        open.inForce();
        assertThat(found(leader, "withdrawal", open.code())).isEmpty();
        assertThat(found(leader, "termination", open.code())).containsExactly(open.code());
        JsonNode known = leader.get("/api/v1/cases/%s/endings/termination".formatted(open.code()))
                .expect(HttpStatus.OK)
                .json();
        assertThat(known.path("stateName").asText()).isEqualTo("Có hiệu lực");
        assertThat(known.path("aftermath").path("told")).hasSize(2);
    }

    @Test
    void anAgreementIsTerminatedOnItsPageAndACaseWithdrawnInTasklist() {
        AgreementCase inForce = cooperation.agreement().inForce();
        AgreementCase open = cooperation.agreement(Map.of("title", "Liên thông dữ liệu hộ tịch"));
        TasklistPage tasklist = CHROMIUM.tasklistOf("binhduong.leader1");

        tasklist.beginCase("Rút hồ sơ").refused("Hồ sơ: hãy tìm và chọn một hồ sơ.");
        tasklist.field("Hồ sơ cần rút").fill("lien thong du lieu ho tich");
        tasklist.check(open.code());
        assertThat(tasklist.shown("facts")).containsText("Đang soạn dự thảo");
        assertThat(tasklist.shown("aftermath")).containsText("1 việc đang mở dừng lại");
        tasklist.refused("Lý do rút hồ sơ: không được để trống.").fill("Lý do rút hồ sơ", REASON);
        tasklist.asked("Bạn sắp rút hồ sơ %s".formatted(open.code()));
        CHROMIUM.picture(tasklist.page(), "withdrawal-form");
        tasklist.confirm("Rút hồ sơ");
        open.awaitState("WITHDRAWN");

        Page page = tasklist.page();
        page.navigate("/cases/" + inForce.code());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Chấm dứt thỏa thuận"))
                .click();
        page.getByLabel("Lý do").fill(REASON);
        page.getByLabel("Tôi đã đọc những điều trên").check();
        CHROMIUM.picture(page, "termination-page");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chấm dứt thỏa thuận"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã chấm dứt thỏa thuận.");
        assertThat(page.locator("body")).containsText(REASON);
        assertThat(inForce.state()).isEqualTo("TERMINATED");
    }

    private static List<String> found(Actor actor, String ending, String text) {
        JsonNode found = actor.get("/api/v1/cases/endings/%s?text=%s".formatted(ending, text.replace(" ", "%20")))
                .expect(HttpStatus.OK)
                .json();
        return found.findValuesAsText("caseCode");
    }

    private String page(String person, String code) {
        return cooperation
                .as(person)
                .open("/cases/" + code)
                .expect(HttpStatus.OK)
                .body();
    }

    private Answer send(String person, String code, String ending, Map<String, String> fields) {
        return cooperation.as(person).submit("/cases/%s/%s".formatted(code, ending), fields);
    }

    private static Map<String, String> confirmed(String reason) {
        return Map.of("reason", reason, "confirmed", "true");
    }
}
