package vn.lienket.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.IOException;
import java.net.Socket;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.SecondApplication;
import vn.lienket.support.Session;

/** The application behind a proxy, with leaders who need a second factor. */
@ExtendWith(SecondApplication.class)
@DirtiesContext
@IntegrationTest
@TestPropertySource(
        properties = {
            "camunda.bpm.process-engine-name=stricterSettings",
            "LIENKET_PROXIES=127.0.0.1",
            "lienket.rate.head=2s",
            "LIENKET_SECOND_FACTOR_ROLES=leader",
            "LIENKET_SECRET_KEY=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="
        })
class StricterSettingsTest {

    private static final Pattern SECRET = Pattern.compile("<code>([A-Z2-7 ]{32,})</code>");
    private static final Pattern RECOVERY = Pattern.compile("<li><code>([A-Z0-9-]+)</code></li>");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @Autowired
    Cooperation cooperation;

    @LocalServerPort
    int port;

    @Test
    void aHeadThatTricklesIsEnded() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            assertThatThrownBy(() -> {
                        for (int tenth = 0; tenth < 100; tenth++) {
                            socket.getOutputStream().write('G');
                            Thread.sleep(100);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aLeaderEnrolsAnAuthenticatorAndSignsInWithItsCodesFromThenOn() throws Exception {
        Session leader = cooperation.browser();
        Answer first = signIn(leader, "tayninh.leader1");
        assertThat(first.header("Location")).isEqualTo("/second-factor/enrol");
        // the password alone opens nothing
        leader.get("/api/v1/agreements").expectRefusal(HttpStatus.UNAUTHORIZED);
        leader.get("/engine-rest/task/count").expectRefusal(HttpStatus.UNAUTHORIZED);
        assertThat(leader.open("/camunda/app/tasklist/default/").status()).isEqualTo(302);
        assertThat(leader.open("/account/sessions").status()).isEqualTo(302);

        assertThat(leader.open("/second-factor").header("Location")).isEqualTo("/second-factor/enrol");
        Answer enrol = leader.open("/second-factor/enrol").expect(HttpStatus.OK);
        assertThat(enrol.body()).contains("data:image/svg+xml;base64,");
        Answer again = submit(leader, "/second-factor/enrol", "000000", enrol);
        assertThat(again.status()).isEqualTo(401);
        assertThat(again.body()).contains("Mã không đúng");
        Answer codes = submit(leader, "/second-factor/enrol", code(again.body(), Instant.now()), again)
                .expect(HttpStatus.OK);
        Matcher recovery = RECOVERY.matcher(codes.body());
        assertThat(recovery.find()).isTrue();
        leader.get("/api/v1/agreements").expect(HttpStatus.OK);

        // the next time: a recovery code, once
        Session elsewhere = cooperation.browser();
        assertThat(signIn(elsewhere, "tayninh.leader1").header("Location")).isEqualTo("/second-factor");
        Answer asked = elsewhere.open("/second-factor").expect(HttpStatus.OK);
        assertThat(submit(elsewhere, "/second-factor", "123456", asked).status())
                .isEqualTo(401);
        Answer in = submit(elsewhere, "/second-factor", recovery.group(1), asked);
        assertThat(in.header("Location")).isEqualTo("/camunda/app/tasklist/default/");
        elsewhere.get("/api/v1/agreements").expect(HttpStatus.OK);
        Session third = cooperation.browser();
        signIn(third, "tayninh.leader1");
        assertThat(submit(third, "/second-factor", recovery.group(1), third.open("/second-factor"))
                        .status())
                .isEqualTo(401);

        // HTTP Basic and the web applications' own sign-in cannot ask for it
        cooperation.as("tayninh.leader1").get("/api/v1/agreements").expectRefusal(HttpStatus.FORBIDDEN);
        assertThat(cooperation
                        .browser()
                        .signIn("tayninh.leader1", "lienket", "tasklist")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void nobodyComesToTheSecondStepWithoutTheFirst() {
        Session stranger = cooperation.browser();
        assertThat(stranger.open("/second-factor").header("Location")).isEqualTo("/");
        assertThat(stranger.open("/second-factor/enrol").header("Location")).isEqualTo("/");
        assertThat(stranger.submit("/second-factor", Map.of("code", "123456")).header("Location"))
                .isEqualTo("/");
    }

    @Test
    void theNamedProxySaysWhoAsksAndHow() {
        Answer plain = cooperation.browser().get("/camunda/app/tasklist/default/");
        assertThat(plain.header("Strict-Transport-Security")).isNull();

        // a client elsewhere, without TLS: no password in clear text
        upTo("203.0.113.7").expectRefusal(HttpStatus.FORBIDDEN);
        // the address that the client itself has put in front does not count
        upTo("127.0.0.1, 203.0.113.7").expectRefusal(HttpStatus.FORBIDDEN);
        cooperation.as("tayninh.officer2").get("/api/v1/agreements").expect(HttpStatus.OK);
    }

    private Answer upTo(String forwardedFor) {
        return cooperation.as("tayninh.officer2").post("/api/v1/agreements", Map.of(), "X-Forwarded-For", forwardedFor);
    }

    private static Answer signIn(Session browser, String user) {
        Answer page = browser.open("/");
        return browser.submit("/", Map.of("username", user, "password", "lienket", "_csrf", token(page)));
    }

    private static Answer submit(Session browser, String address, String code, Answer page) {
        return browser.submit(address, Map.of("code", code, "_csrf", token(page)));
    }

    private static String token(Answer page) {
        Matcher token = TOKEN.matcher(page.body());
        return token.find() ? token.group(1) : "";
    }

    private static String code(String page, Instant time) throws Exception {
        Matcher secret = SECRET.matcher(page);
        assertThat(secret.find()).isTrue();
        byte[] key = new Base32().decode(secret.group(1).replace(" ", ""));
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(new SecretKeySpec(key, "HmacSHA1"), time);
    }
}
