package vn.lienket.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.SecondApplication;

/** People sign in with the accounts of their office, at a real OpenID Connect server. */
@ExtendWith(SecondApplication.class)
@DirtiesContext
@IntegrationTest
@TestPropertySource(properties = "camunda.bpm.process-engine-name=officeSignIn")
@ActiveProfiles("oidc")
class OfficeSignInTest {

    private static final int OFFICE = freePort();

    private static ConfigurableApplicationContext office;

    @Value("${lienket.base-url}")
    String application;

    @DynamicPropertySource
    static void office(DynamicPropertyRegistry settings) {
        settings.add("LIENKET_OIDC_ISSUER", () -> "http://127.0.0.1:" + OFFICE);
        settings.add("LIENKET_OIDC_CLIENT_ID", () -> OfficeServer.CLIENT);
        settings.add("LIENKET_OIDC_CLIENT_SECRET", () -> OfficeServer.SECRET);
    }

    /** The application runs without the service; it says so to whoever wants to use it, and works once the service is there. */
    @Test
    void takesAPersonWithTheGroupsThatTheServiceNames() throws Exception {
        Browser early = new Browser();
        assertThat(early.get(application + "/").body()).contains("Đăng nhập bằng tài khoản cơ quan");
        assertThat(early.get(application + "/oauth2/authorization/office").body())
                .contains("không trả lời");

        office = OfficeServer.start(OFFICE, application);

        Browser manager = new Browser();
        HttpResponse<String> arrived = manager.signIn("tayninh.officer1");
        assertThat(arrived.uri().getPath()).isEqualTo("/camunda/app/cockpit/default/");
        assertThat(manager.get(application + "/api/v1/sessions").body()).contains("\"person\":\"tayninh.officer1\"");
        assertThat(manager.get(application + "/camunda/app/admin/default/").statusCode())
                .isEqualTo(403);

        // nobody gets in whom the service gives no group, or whom the directory does not know
        assertThat(new Browser().signIn("qtsc.officer1").uri().getQuery()).isEqualTo("problem=unknown");
        Browser stranger = new Browser();
        assertThat(stranger.signIn("stranger").uri().getQuery()).isEqualTo("problem=unknown");
        assertThat(stranger.get(application + "/api/v1/agreements").statusCode())
                .isEqualTo(401);
    }

    @AfterAll
    static void stop() {
        if (office != null) {
            office.close();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Follows redirects and keeps cookies. */
    private final class Browser {

        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        HttpResponse<String> get(String address) throws Exception {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header("Accept", "text/html,*/*")
                            .build(),
                    BodyHandlers.ofString());
        }

        HttpResponse<String> signIn(String person) throws Exception {
            HttpResponse<String> page = get(application + "/oauth2/authorization/office");
            assertThat(page.uri().getPath()).isEqualTo("/login");
            return client.send(
                    HttpRequest.newBuilder(page.uri())
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("username="
                                    + URLEncoder.encode(person, StandardCharsets.UTF_8) + "&password="
                                    + OfficeServer.PASSWORD))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
