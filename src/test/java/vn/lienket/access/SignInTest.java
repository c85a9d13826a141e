package vn.lienket.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.support.Actor;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.Session;

/** Who is let in, and where they are led. */
@IntegrationTest
class SignInTest {

    @Autowired
    Cooperation cooperation;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/agreements",
                "/api/v1/agreements/options",
                "/api/v1/documents/00000000-0000-0000-0000-000000000000",
                "/engine-rest/task",
                "/engine-rest/engine",
                "/engine-rest/deployment",
                "/engine-rest/unknown"
            })
    void refusesTheAnonymous(String path) {
        cooperation.anonymous().get(path).expectRefusal(HttpStatus.UNAUTHORIZED);
        cooperation.anonymous().post(path, Map.of()).expectRefusal(HttpStatus.UNAUTHORIZED);
        cooperation.as("nobody" + path.length()).get(path).expectRefusal(HttpStatus.UNAUTHORIZED);
    }

    /** Not more often, or of somebody with work to do in other tests: the engine locks the account after some. */
    @Test
    void refusesAWrongPassword() {
        cooperation.as("qtsc.expert2", "sai").get("/api/v1/agreements").expectRefusal(HttpStatus.UNAUTHORIZED);
        cooperation.as("qtsc.expert2", "").get("/engine-rest/task").expectRefusal(HttpStatus.UNAUTHORIZED);
        cooperation.browser().signIn("qtsc.expert2", "sai", "tasklist").expect(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void refusesANameWithANul() {
        cooperation.as("a\0b", "sai").get("/api/v1/agreements").expectRefusal(HttpStatus.UNAUTHORIZED);
        cooperation.browser().signIn("a\0b", "sai", "tasklist").expect(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void keepsTheLastAdministrator() {
        cooperation
                .as("admin")
                .delete("/engine-rest/group/camunda-admin/members/admin")
                .expectRefusal(HttpStatus.FORBIDDEN);
        cooperation.as("admin").get("/admin").expect(HttpStatus.OK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine/default/process-instance",
                "/camunda/api/cockpit/plugin/base/default/incident",
                "/camunda/api/engine/engine/default/user"
            })
    void refusesTheAnonymousAtTheWebApplications(String path) {
        Answer answer = cooperation.anonymous().get(path);

        assertThat(answer.status()).isIn(401, 403, 404);
        assertThat(answer.body()).doesNotContain("\tat ", "Exception:");
    }

    @ParameterizedTest
    @CsvSource({"binhduong.officer1, cockpit", "binhduong.manager1, admin", "binhduong.leader1, admin"})
    void refusesAnApplicationThatIsNotForTheRole(String user, String application) {
        cooperation.browser().signIn(user, "lienket", application).expect(HttpStatus.FORBIDDEN);
    }

    @Test
    void takesTheSessionOfTheWebApplicationsWithItsToken() {
        Session officer = cooperation.session("binhduong.officer1");

        officer.get("/api/v1/agreements").expect(HttpStatus.OK);
        officer.get("/engine-rest/task").expect(HttpStatus.OK);
        officer.post("/api/v1/agreements", Cooperation.agreementFields()).expect(HttpStatus.CREATED);
        officer.post("/engine-rest/task", Map.of()).expect(HttpStatus.OK);
    }

    @Test
    void refusesAWriteOfTheSessionWithoutItsToken() {
        Session forged = cooperation.session("binhduong.officer1").withoutToken();

        forged.get("/api/v1/agreements").expect(HttpStatus.OK);
        forged.post("/api/v1/agreements", Cooperation.agreementFields()).expectRefusal(HttpStatus.FORBIDDEN);
        forged.post("/engine-rest/task", Map.of()).expectRefusal(HttpStatus.FORBIDDEN);
        forged.upload("binhduong-tayninh", "a.pdf", "%PDF-1.4\n".getBytes()).expectRefusal(HttpStatus.FORBIDDEN);
        forged.post("/api/v1/agreements", Cooperation.agreementFields(), "X-XSRF-TOKEN", "doan")
                .expectRefusal(HttpStatus.FORBIDDEN);
        forged.post("/camunda/api/engine/engine/default/task", Map.of()).expect(HttpStatus.FORBIDDEN);
    }

    /** Whatever it says of who sends it: the session comes with it all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "Bearer x", "Basic", "Basic eDp5", "Basic YmluaGR1b25nLm9mZmljZXIxOmxpZW5rZXQ="})
    void refusesAWriteOfTheSessionWithoutItsTokenUnderAnyHeader(String authorization) {
        Session forged = cooperation.session("binhduong.officer1").withoutToken();

        for (String door : List.of(
                "/api/v1/agreements",
                "/engine-rest/task",
                "/camunda/api/engine/engine/default/task",
                "/account/logout")) {
            forged.post(door, Map.of(), "Authorization", authorization).expectRefusal(HttpStatus.FORBIDDEN);
        }
        assertThat(forged.get("/api/v1/agreements").status()).isEqualTo(200);
    }

    @Test
    void refusesAWriteFromAnotherSiteHoweverItIsSignedIn() {
        for (Actor officer :
                new Actor[] {cooperation.as("binhduong.officer1"), cooperation.session("binhduong.officer1")}) {
            officer.post("/api/v1/agreements", Cooperation.agreementFields(), "Sec-Fetch-Site", "cross-site")
                    .expectRefusal(HttpStatus.FORBIDDEN);
            officer.post("/engine-rest/task", Map.of(), "Sec-Fetch-Site", "cross-site")
                    .expectRefusal(HttpStatus.FORBIDDEN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"setup", "setup;a=b", "%73etup", "./setup"})
    void keepsTheFirstUsersPageShut(String setup) {
        Session browser = cooperation.browser();
        browser.get("/camunda/app/welcome/default/");

        Answer answer = browser.post(
                "/camunda/api/admin/" + setup + "/default/user/create",
                Map.of(
                        "profile",
                        Map.of("id", "evil", "firstName", "E", "lastName", "V", "email", ""),
                        "credentials",
                        Map.of("password", "evil12345")));

        assertThat(answer.status()).isIn(400, 401, 403, 404);
        cooperation.as("admin").get("/engine-rest/user/evil/profile").expect(HttpStatus.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "binhduong.officer1, /camunda/app/tasklist/default/",
        "qtsc.leader1, /camunda/app/tasklist/default/",
        "tayninh.manager1, /camunda/app/cockpit/default/"
    })
    void leadsPeopleFromTheStartPageToWhereTheyWork(String user, String place) {
        Answer answer = cooperation.session(user).get("/");

        answer.expect(HttpStatus.FOUND);
        assertThat(answer.header("Location")).endsWith(place);
    }

    @Test
    void showsTheAnonymousTheLogin() {
        Answer answer = cooperation.anonymous().get("/");

        answer.expect(HttpStatus.OK);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body()).contains("Đăng nhập", "type=\"password\"");
    }

    @Test
    void leadsABrowserWithoutASessionToTheStartPageAndBack() {
        Session browser = cooperation.browser();
        Answer answer = browser.open("/cases/H09-261123-0001?tab=b%C6%B0%E1%BB%9Bc+1&x=1");

        answer.expect(HttpStatus.FOUND);
        String start = answer.header("Location").replaceFirst("^https?://[^/]+", "");
        assertThat(start)
                .isEqualTo("/?next=%2Fcases%2FH09-261123-0001%3Ftab%3Db%25C6%25B0%25E1%25BB%259Bc%2B1%26x%3D1");
        assertThat(answer.header("WWW-Authenticate")).isNull();

        browser.signIn("binhduong.officer1", "lienket", "tasklist").expect(HttpStatus.OK);
        assertThat(browser.open(start).expect(HttpStatus.FOUND).header("Location"))
                .endsWith("/cases/H09-261123-0001?tab=b%C6%B0%E1%BB%9Bc+1&x=1");
    }

    @Test
    void refusesWhoIsNoBrowserAtAPage() {
        cooperation.anonymous().get("/cases/H09-261123-0001").expectRefusal(HttpStatus.UNAUTHORIZED);
        cooperation.anonymous().post("/cases/H09-261123-0001", Map.of()).expectRefusal(HttpStatus.UNAUTHORIZED);
        cooperation.as("nobody").open("/cases/1").expectRefusal(HttpStatus.UNAUTHORIZED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cases",
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "/cases\\x",
                "/\t/evil.example/",
                "/{evil}",
                "javascript:alert(1)"
            })
    void leadsToNoOtherSite(String next) {
        Answer answer = cooperation
                .session("binhduong.officer1")
                .open("/?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));

        answer.expect(HttpStatus.FOUND);
        assertThat(answer.header("Location")).endsWith("/camunda/app/tasklist/default/");
    }

    @Test
    void showsABrowserAPageWhereThereIsNone() {
        Answer answer = cooperation.session("binhduong.officer1").open("/cases/none/at/all");

        answer.expect(HttpStatus.NOT_FOUND);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body())
                .contains("<title>LienKet – Không tìm thấy</title>", "Không có trang nào ở địa chỉ này.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void tellsItsHealthAndNoMore(String path) {
        Answer answer = cooperation.anonymous().get(path);

        assertThat(answer.expect(HttpStatus.OK).text("status")).isEqualTo("UP");
        assertThat(answer.json().has("components")).isFalse();
        assertThat(cooperation
                        .anonymous()
                        .get(path, "Accept", "text/html")
                        .expect(HttpStatus.OK)
                        .text("status"))
                .isEqualTo("UP");
        assertThat(cooperation.anonymous().get("/actuator/env").status()).isEqualTo(401);
    }
}
