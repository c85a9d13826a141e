package vn.lienket.notification.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.support.Answer;
import vn.lienket.support.Chromium;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

/** Everybody chooses his own mails, by the API and on the page. */
@IntegrationTest
class MailChoiceApiTest {

    private static final String ROOT = "/api/v1/account/mails";
    private static final String PERSON = "tayninh.legal2";

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    @Autowired
    Cooperation cooperation;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void nobodyHasChosen() {
        jdbc.sql("delete from lienket.mail_choice").update();
    }

    @Test
    void whoHasNotChosenIsToldAsEverybodyWas() {
        assertThat(chosen(PERSON))
                .containsEntry("work", "at-once")
                .containsEntry("reminder", "daily")
                .containsEntry("overdue", "daily")
                .containsEntry("news", "at-once")
                .containsEntry("overview", "daily")
                .containsEntry("paper", "at-once")
                .containsEntry("account", "at-once");
    }

    @Test
    void choicesAreKeptForThePersonAloneAndWhatHeDoesNotNameStays() {
        choose(PERSON, Map.of("work", "daily", "news", "none")).expect(HttpStatus.OK);
        choose(PERSON, Map.of("news", "daily")).expect(HttpStatus.OK);
        choose(PERSON, Map.of()).expect(HttpStatus.OK);

        assertThat(chosen(PERSON)).containsEntry("work", "daily").containsEntry("news", "daily");
        assertThat(chosen("tayninh.legal1")).containsEntry("work", "at-once").containsEntry("news", "at-once");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "work     | never   | Việc mới: không có lựa chọn này. Hãy chọn một trong at-once (gửi ngay), daily (gộp vào thư hằng ngày), none (không gửi).",
                "overdue  | none    | Không tắt được: người xử lý, lãnh đạo và người theo dõi phải biết việc quá hạn.",
                "overview | at-once | Hãy chọn một trong daily (gộp vào thư hằng ngày), none (không gửi).",
                "paper    | none    | Luôn gửi ngay",
                "account  | none    | Luôn gửi ngay",
                "x        | none    | Loại thư: hãy chọn một trong work (việc mới), reminder (nhắc trước hạn), overdue (báo quá hạn), news (tin về hồ sơ), overview (tổng hợp đầu tuần)."
            })
    void whatCannotBeIsRefusedAndNothingIsChanged(String kind, String choice, String sentence) {
        Map<String, String> wanted = new HashMap<>(Map.of("reminder", "none"));
        wanted.put(kind, choice);

        Answer answer = choose(PERSON, wanted);

        assertThat(answer.expectRefusal(HttpStatus.BAD_REQUEST).sentence()).contains(sentence);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("choices");
        assertThat(chosen(PERSON)).containsEntry("reminder", "daily");
    }

    @Test
    void anEmptyBodyIsRefused() {
        assertThat(cooperation
                        .as(PERSON)
                        .put(ROOT, Map.of())
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .sentence())
                .startsWith("Thư muốn nhận (choices)");
    }

    @Test
    void whoIsNotOfTheDirectoryGetsNoMailsAndChoosesNone() {
        choose("admin", Map.of("work", "none")).expectRefusal(HttpStatus.FORBIDDEN);

        assertThat(cooperation.as("admin").get(ROOT).json().path("told").asBoolean())
                .isFalse();
        assertThat(cooperation.as("admin").open("/account/mails").body())
                .contains("không nhận thư về công việc")
                .doesNotContain("<form");
    }

    @Test
    void aFormOfAnotherSiteAndOneThatCannotBeChangeNothing() {
        assertThat(cooperation
                        .session(PERSON)
                        .withoutToken()
                        .submit("/account/mails", Map.of("work", "none"))
                        .status())
                .isEqualTo(403);
        assertThat(cooperation
                        .as(PERSON)
                        .submit("/account/mails", Map.of("overdue", "none"))
                        .status())
                .isEqualTo(400);

        assertThat(chosen(PERSON)).containsEntry("work", "at-once").containsEntry("overdue", "daily");
    }

    @Test
    void aPersonChoosesOnThePageWhichHeFindsInTheMenu() {
        Page page = BROWSER.signIn(PERSON);
        page.locator("li.account").click();
        page.locator("li.account")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Thư muốn nhận"))
                .click();
        assertThat(choice(page, "Việc mới", "Gửi ngay")).isChecked();
        assertThat(page.getByText("Không tắt được: người xử lý")).isVisible();
        assertThat(group(page, "Báo quá hạn").getByRole(AriaRole.RADIO)).hasCount(2);
        BROWSER.picture(page, "mails");

        choice(page, "Việc mới", "Gộp vào thư hằng ngày").check();
        choice(page, "Tổng hợp đầu tuần", "Không gửi").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lưu"))
                .click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã lưu.");
        assertThat(choice(page, "Việc mới", "Gộp vào thư hằng ngày")).isChecked();
        BROWSER.picture(page, "mails-saved");
        assertThat(chosen(PERSON))
                .containsEntry("work", "daily")
                .containsEntry("overview", "none")
                .containsEntry("news", "at-once");
    }

    private static Locator group(Page page, String kind) {
        return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(kind));
    }

    private static Locator choice(Page page, String kind, String name) {
        return group(page, kind).getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(name));
    }

    private Answer choose(String person, Map<String, String> wanted) {
        return cooperation.as(person).put(ROOT, Map.of("choices", wanted));
    }

    private Map<String, String> chosen(String person) {
        Map<String, String> chosen = new HashMap<>();
        JsonNode items =
                cooperation.as(person).get(ROOT).expect(HttpStatus.OK).json().path("items");
        items.forEach(item ->
                chosen.put(item.path("kind").asText(), item.path("choice").asText()));
        return chosen;
    }
}
