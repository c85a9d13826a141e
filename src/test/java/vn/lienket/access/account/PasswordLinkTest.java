package vn.lienket.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.page.LinkToken;
import vn.lienket.support.Actor;
import vn.lienket.support.Answer;
import vn.lienket.support.IntegrationTest;

@IntegrationTest
class PasswordLinkTest {

    private static final String CLERK = "tayninh.clerk2";
    private static final String OTHER = "tayninh.clerk1";
    private static final String NEW_PASSWORD = "một mật khẩu đủ dài";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern LINK = Pattern.compile("/account/password\\?token=([\\w-]{43})\\s");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Tokens tokens;

    @Autowired
    PlatformTransactionManager transactionManager;

    private Visitor visitor;

    @BeforeEach
    void noLinks() {
        visitor = new Visitor(port);
        jdbc.sql("delete from lienket.password_token").update();
        jdbc.sql("delete from lienket.mailbox_message where subject like 'LienKet: %'")
                .update();
    }

    @AfterEach
    void demoPassword() {
        jdbc.sql("""
                        update act_id_user clerk set pwd_ = other.pwd_, salt_ = other.salt_ from act_id_user other
                        where clerk.id_ = ? and other.id_ = ?""").params(CLERK, OTHER).update();
        jdbc.sql("delete from lienket.sign_in_attempts").update();
    }

    @Test
    void aLinkSetsThePasswordOnce() {
        String token = link();

        assertThat(visitor.open(token).expect(HttpStatus.OK).body()).contains("value=\"" + CLERK + "\"");
        Answer answer = visitor.setPassword(token, NEW_PASSWORD).expect(HttpStatus.FOUND);

        assertThat(answer.header("Location")).endsWith("/account/password/set");
        assertThat(visitor.get("/account/password/set").body()).contains("href=\"/\"");
        assertUnusable(visitor.open(token));
        assertUnusable(visitor.setPassword(token, "và một mật khẩu nữa"));

        assertThat(signsInWith(NEW_PASSWORD)).isTrue();
        assertThat(signsInWith("lienket")).isFalse();
    }

    @Test
    void ofTwoWhoUseALinkAtOnceOneWins() {
        String token = link();

        List<Integer> statuses = Stream.of("mật khẩu thứ nhất", "mật khẩu thứ hai")
                .map(password -> CompletableFuture.supplyAsync(
                        () -> visitor.setPassword(token, password).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(statuses).containsExactlyInAnyOrder(302, 404);
    }

    @Test
    void aNewPasswordEndsThePersonsOtherLinks() {
        String first = link();
        String second = link();

        visitor.setPassword(second, NEW_PASSWORD).expect(HttpStatus.FOUND);

        assertUnusable(visitor.setPassword(first, "và một mật khẩu nữa"));
    }

    @Test
    void aLinkEndsAfterSevenDays() {
        String token = link();
        assertThat(jdbc.sql("select expires_at - created_at = interval '7 days' from lienket.password_token")
                        .query(Boolean.class)
                        .single())
                .isTrue();

        jdbc.sql("update lienket.password_token set created_at = created_at - interval '7 days', expires_at = now()")
                .update();

        assertUnusable(visitor.open(token));
        assertUnusable(visitor.setPassword(token, NEW_PASSWORD));
    }

    @Test
    void aLinkNobodyMadeOpensNothing() {
        assertUnusable(visitor.open("A".repeat(43)));
        assertUnusable(visitor.get("/account/password"));
        assertUnusable(visitor.setPassword("", NEW_PASSWORD));
    }

    @Test
    void whatIsWrongStandsBesideItsFieldAndNoPasswordInThePage() {
        String token = link();

        assertThat(visitor.setPassword(token, "quá ngắn", "khác hẳn")
                        .expect(HttpStatus.BAD_REQUEST)
                        .body())
                .containsPattern("id=\"password-problem\">Mật khẩu phải có ít nhất 12 ký tự.<")
                .containsPattern("id=\"repeated-problem\">Mật khẩu nhập lại không giống mật khẩu mới.<")
                .doesNotContain("quá ngắn", "khác hẳn");
        assertThat(visitor.setPassword(token, "của TayNinh.Clerk2!")
                        .expect(HttpStatus.BAD_REQUEST)
                        .body())
                .containsPattern("id=\"password-problem\">Mật khẩu không được chứa tên đăng nhập.<")
                .containsPattern("id=\"repeated-problem\"><");

        visitor.setPassword(token, NEW_PASSWORD).expect(HttpStatus.FOUND);
    }

    @Test
    void aNewPasswordLetsInWhomWrongOnesMakeWait() {
        jdbc.sql("update act_id_user set attempts_ = 10, lock_exp_time_ = now() + interval '1 day' where id_ = ?")
                .param(CLERK)
                .update();
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThat(signsInWith("sai " + attempt)).isFalse();
        }
        assertThat(signsInWith("lienket")).isFalse();

        visitor.setPassword(link(), NEW_PASSWORD).expect(HttpStatus.FOUND);

        assertThat(signsInWith(NEW_PASSWORD)).isTrue();
    }

    @Test
    void thePagesAreNotCachedNotFramedAndTellNobodyTheirAddress() {
        Answer page = visitor.open(link());

        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(page.header("Set-Cookie")).isNull();
    }

    @Test
    void formsOfOtherSitesAreRefused() {
        String token = link();
        Map<String, String> fields = Map.of("token", token, "password", NEW_PASSWORD, "repeated", NEW_PASSWORD);

        visitor.post("/account/password", fields, "Sec-Fetch-Site", "cross-site")
                .expect(HttpStatus.FORBIDDEN);
        visitor.post("/account/forgotten", Map.of("username", CLERK), "Sec-Fetch-Site", "same-site")
                .expect(HttpStatus.FORBIDDEN);

        visitor.post("/account/password", fields, "Sec-Fetch-Site", "same-origin")
                .expect(HttpStatus.FOUND);
    }

    @Test
    void onlyTheHashOfALinkIsKept() {
        String token = link();

        assertThat(jdbc.sql("select hash from lienket.password_token")
                        .query(byte[].class)
                        .single())
                .isEqualTo(new LinkToken(token).hash());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                jdbc.sql("""
                                        select text_body || html_body from lienket.message
                                        where person_id = ? and secret""").param(CLERK).query(String.class).list())
                        .isNotEmpty()
                        .containsOnly(""));
    }

    @Test
    void whoeverAsksIsAnsweredTheSame() {
        Answer known = visitor.forgets(CLERK).expect(HttpStatus.FOUND);

        for (String userId : List.of("nobody", "admin", "'; --", "x".repeat(5000))) {
            Answer answer = visitor.forgets(userId).expect(HttpStatus.FOUND);
            assertThat(answer.header("Location")).isEqualTo(known.header("Location"));
            assertThat(answer.body()).isEqualTo(known.body());
        }
        visitor.get("/account/forgotten/asked").expect(HttpStatus.OK);
        awaitLinks(OTHER, visitor.forgets(OTHER));
        assertThat(linksOf(CLERK)).isOne();
        assertThat(linksOf("admin")).isZero();
    }

    @Test
    void theAnswerDoesNotWaitForTheLink() {
        new TransactionTemplate(transactionManager).executeWithoutResult(status -> {
            tokens.lock(CLERK);
            visitor.forgets(CLERK).expect(HttpStatus.FOUND);
            assertThat(linksOf(CLERK)).isZero();
        });

        await().atMost(PATIENCE).until(() -> linksOf(CLERK) == 1);
    }

    @Test
    void aPersonGetsThreeLinksAnHour() {
        for (int time = 0; time < 4; time++) {
            visitor.forgets(CLERK).expect(HttpStatus.FOUND);
        }
        awaitLinks(OTHER, visitor.forgets(OTHER));
        assertThat(linksOf(CLERK)).isEqualTo(3);

        jdbc.sql("update lienket.password_token set created_at = created_at - interval '61 minutes'")
                .update();
        awaitLinks(CLERK, visitor.forgets(CLERK), 4);
    }

    @Test
    void anEmptyUserNameIsToldBesideTheField() {
        assertThat(visitor.forgets(" ").expect(HttpStatus.BAD_REQUEST).body())
                .contains("id=\"username-problem\">Hãy nhập tên đăng nhập.<");
        assertThat(visitor.get("/").body()).contains("href=\"/account/forgotten\"");
    }

    /** Asks for a link for the clerk and takes it out of the mail. */
    private String link() {
        jdbc.sql("delete from lienket.mailbox_message where subject like 'LienKet: %'")
                .update();
        visitor.forgets(CLERK).expect(HttpStatus.FOUND);
        return await().atMost(PATIENCE).until(this::linkInMailbox, found -> found != null);
    }

    /** That of a link that is there; a mail of the test before may still arrive. */
    private String linkInMailbox() {
        return visitor
                .get("/mailbox/messages?to=" + CLERK + "@tayninh.example")
                .json()
                .findValuesAsText("text")
                .stream()
                .map(LINK::matcher)
                .filter(Matcher::find)
                .map(link -> link.group(1))
                .filter(this::isKept)
                .findFirst()
                .orElse(null);
    }

    private boolean isKept(String token) {
        return jdbc.sql("select exists (select from lienket.password_token where hash = ?)")
                .param(new LinkToken(token).hash())
                .query(Boolean.class)
                .single();
    }

    /** Requests are worked off in their order, so whatever was asked before has been done, too. */
    private void awaitLinks(String person, Answer asked) {
        awaitLinks(person, asked, 1);
    }

    private void awaitLinks(String person, Answer asked, int count) {
        asked.expect(HttpStatus.FOUND);
        await().atMost(PATIENCE).until(() -> linksOf(person) == count);
    }

    private int linksOf(String person) {
        return jdbc.sql("select count(*) from lienket.password_token where person = ?")
                .param(person)
                .query(Integer.class)
                .single();
    }

    private boolean signsInWith(String password) {
        return new Actor(port, CLERK, password).get("/api/v1/agreements").status() == HttpStatus.OK.value();
    }

    private static void assertUnusable(Answer answer) {
        assertThat(answer.expect(HttpStatus.NOT_FOUND).body())
                .contains("Liên kết này không đúng, đã được dùng hoặc đã quá hạn.", "href=\"/account/forgotten\"");
    }
}
