package vn.lienket.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.Session;

/** Sessions: where they end, whose they are, and what forged requests do with them. */
@IntegrationTest
class SessionsTest {

    private static final Pattern POLICY_NONCE = Pattern.compile("'nonce-([\\w-]+)'");
    private static final Pattern PAGE_NONCE = Pattern.compile("nonce=\"([\\w-]+)\"");

    @Autowired
    Cooperation cooperation;

    @Autowired
    SignIn signIn;

    @Autowired
    IdentityService identityService;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void endWithAChangeOfGroups() {
        Session expert = cooperation.session("qtsc.expert1");
        expert.get("/engine-rest/task/count").expect(HttpStatus.OK);

        identityService.createMembership("qtsc.expert1", "qtsc-clerk");
        try {
            expert.get("/engine-rest/task/count").expectRefusal(HttpStatus.UNAUTHORIZED);
            expert.get("/camunda/api/engine/engine/default/task/count").expectRefusal(HttpStatus.UNAUTHORIZED);
        } finally {
            identityService.deleteMembership("qtsc.expert1", "qtsc-clerk");
        }
    }

    @Test
    void endWithAChangeOfThePasswordWhoeverChangesIt() {
        Session legal = cooperation.session("qtsc.legal2");
        String stored = jdbc.queryForObject("select pwd_ from act_id_user where id_ = 'qtsc.legal2'", String.class);
        String salt = jdbc.queryForObject("select salt_ from act_id_user where id_ = 'qtsc.legal2'", String.class);

        cooperation
                .as("admin")
                .put(
                        "/engine-rest/user/qtsc.legal2/credentials",
                        Map.of("password", "Cau mat khau moi 7", "authenticatedUserPassword", "lienket"))
                .expect(HttpStatus.NO_CONTENT);

        legal.get("/api/v1/agreements").expectRefusal(HttpStatus.UNAUTHORIZED);
        cooperation.as("qtsc.legal2").get("/api/v1/agreements").expectRefusal(HttpStatus.UNAUTHORIZED);
        jdbc.update("update act_id_user set pwd_ = ?, salt_ = ? where id_ = 'qtsc.legal2'", stored, salt);
        jdbc.update("delete from lienket.sign_in_attempts");
    }

    @Test
    void endEverywhereAtOnceWhenThePersonSaysSo() {
        Session atWork = cooperation.session("qtsc.clerk2");
        Session atHome = cooperation.session("qtsc.clerk2");
        assertThat(atWork.get("/api/v1/sessions").expect(HttpStatus.OK).json().path("items"))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(
                        session -> assertThat(session.path("person").asText()).isEqualTo("qtsc.clerk2"));
        assertThat(atWork.open("/account/sessions").expect(HttpStatus.OK).body())
                .contains("Phiên này", "Đăng xuất ở mọi nơi");

        atWork.delete("/api/v1/sessions").expect(HttpStatus.OK);

        atWork.get("/api/v1/agreements").expectRefusal(HttpStatus.UNAUTHORIZED);
        atHome.get("/api/v1/agreements").expectRefusal(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void ofOthersAreTheAdministratorsBusiness() {
        Session clerk = cooperation.session("tayninh.clerk2");
        String id = clerk.get("/api/v1/sessions").json().at("/items/0/id").asText();

        cooperation
                .as("qtsc.officer1")
                .delete("/api/v1/sessions/" + id + "?person=tayninh.clerk2")
                .expectRefusal(HttpStatus.FORBIDDEN);
        cooperation.as("qtsc.officer1").delete("/api/v1/sessions/" + id).expectRefusal(HttpStatus.NOT_FOUND);
        clerk.get("/api/v1/agreements").expect(HttpStatus.OK);
        assertThat(cooperation
                        .as("admin")
                        .open("/admin/sessions")
                        .expect(HttpStatus.OK)
                        .body())
                .contains("tayninh.clerk2");
        cooperation
                .as("admin")
                .delete("/api/v1/sessions/" + id + "?person=tayninh.clerk2")
                .expect(HttpStatus.OK);
        clerk.get("/api/v1/agreements").expectRefusal(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void areNotBegunByHttpBasic() {
        Answer answer =
                cooperation.as("qtsc.manager2").get("/api/v1/agreements").expect(HttpStatus.OK);

        assertThat(answer.response().headers().allValues("Set-Cookie")).isEmpty();
        assertThat(sessionIds("qtsc.manager2")).isEmpty();
    }

    @Test
    void getANewIdAtTheSignInAndLeaveNoneBehindAtTheSignOut() {
        jdbc.update("delete from lienket.spring_session where principal_name = 'tayninh.legal2'");
        Session browser = cooperation.session("tayninh.legal2");
        List<String> first = sessionIds("tayninh.legal2");
        browser.signIn("tayninh.legal2", "lienket", "tasklist").expect(HttpStatus.OK);
        assertThat(sessionIds("tayninh.legal2")).hasSize(1).doesNotContainAnyElementsOf(first);

        browser.post("/camunda/api/admin/auth/user/default/logout", Map.of()).expect(HttpStatus.OK);

        assertThat(sessionIds("tayninh.legal2")).isEmpty();
        browser.get("/api/v1/agreements").expectRefusal(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void areNotUsedByPagesOfOthers() {
        Session officer = cooperation.session("qtsc.officer2");
        for (String door : List.of("/engine-rest/task", "/camunda/api/engine/engine/default/task")) {
            officer.post(door, Map.of(), "Origin", "https://evil.example").expectRefusal(HttpStatus.FORBIDDEN);
            officer.post(door, Map.of(), "Origin", "null").expectRefusal(HttpStatus.FORBIDDEN);
            officer.post(door, Map.of(), "Sec-Fetch-Site", "same-site").expectRefusal(HttpStatus.FORBIDDEN);
            officer.withoutToken().post(door, Map.of()).expectRefusal(HttpStatus.FORBIDDEN);
            // a browser that remembers a password for HTTP Basic says its origin, and then needs the token too
            cooperation
                    .as("qtsc.officer2")
                    .post(door, Map.of(), "Origin", "https://evil.example")
                    .expectRefusal(HttpStatus.FORBIDDEN);
            cooperation.as("qtsc.officer2").post(door, Map.of()).expect(HttpStatus.OK);
        }
    }

    @Test
    void areBegunAgainInAKnownBrowserWhileOthersGuess() {
        String person = "tayninh.expert1";
        Session browser = cooperation.browser();
        Answer first = browser.signIn(person, "lienket", "tasklist").expect(HttpStatus.OK);
        assertThat(first.response().headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("LIENKET_DEVICE="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=");
        browser.post("/camunda/api/admin/auth/user/default/logout", Map.of()).expect(HttpStatus.OK);
        try {
            for (int guess = 0; guess < 6; guess++) {
                cooperation.browser().signIn(person, "sai", "tasklist");
            }

            cooperation.browser().signIn(person, "lienket", "tasklist").expect(HttpStatus.TOO_MANY_REQUESTS);
            browser.signIn(person, "lienket", "tasklist").expect(HttpStatus.OK);
        } finally {
            signIn.forgive(person);
        }
    }

    @Test
    void keepTheirSecretsFromScriptsAndOtherSites() {
        Session browser = cooperation.browser();
        Answer answer = browser.signIn("tayninh.expert2", "lienket", "tasklist").expect(HttpStatus.OK);

        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("LIENKET_SESSION="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
        for (String page :
                List.of("/", "/cases", "/account/sessions", "/api/v1/agreements", "/engine-rest/task/count")) {
            Answer shown = browser.get(page);
            assertThat(shown.header("X-Content-Type-Options")).as(page).isEqualTo("nosniff");
            assertThat(shown.header("X-Frame-Options")).as(page).isEqualTo("DENY");
            assertThat(shown.response().headers().allValues("Cache-Control").toString())
                    .as(page)
                    .contains("no-store");
            assertThat(shown.header("Content-Security-Policy")).as(page).contains("frame-ancestors 'none'");
        }
    }

    /** Of two requests at once one page was white: Camunda keeps one nonce for all. */
    @Test
    void haveANonceForEachRequestThoughEightComeAtOnce() throws Exception {
        Session admin = cooperation.session("admin");
        List<Callable<Boolean>> requests = new ArrayList<>();
        for (String application : List.of("tasklist", "cockpit", "admin", "welcome")) {
            for (int round = 0; round < 50; round++) {
                requests.add(() -> agrees(admin.get("/camunda/app/" + application + "/default/")));
            }
        }
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            for (Future<Boolean> answer : clients.invokeAll(requests)) {
                assertThat(answer.get()).isTrue();
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private static boolean agrees(Answer page) {
        Matcher policy = POLICY_NONCE.matcher(page.expect(HttpStatus.OK).header("Content-Security-Policy"));
        Matcher html = PAGE_NONCE.matcher(page.body());
        return policy.find() && html.find() && policy.group(1).equals(html.group(1));
    }

    private List<String> sessionIds(String person) {
        return jdbc.queryForList(
                "select session_id from lienket.spring_session where principal_name = ?", String.class, person);
    }
}
