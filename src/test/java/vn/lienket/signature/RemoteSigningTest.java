package vn.lienket.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.signature.KeyService.Mood;
import vn.lienket.support.Actor;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Answer;
import vn.lienket.support.Chromium;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.TasklistPage;

/** {@code /api/v1/signing/remote}: the keys of a department are held by a service, a company has none there. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class RemoteSigningTest {

    private static final String WEB = "org.springframework.web";
    private static final String PROPERTIES = "properties";
    private static final String CHANNEL = "binhduong-qtsc";
    private static final String LEADER = "binhduong.leader1";
    private static final String KEY = "khoa-lanh-dao-1";
    private static final String KEY_WITH_CODE = "khoa-lanh-dao-1-otp";
    private static final String OTHERS_KEY = "khoa-lanh-dao-2";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static KeyService service;

    /** Nobody signs it to the end. */
    private static AgreementCase waiting;

    @Autowired
    private Cooperation cooperation;

    @Autowired
    private RemoteSigning remoteSigning;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private LoggingSystem logging;

    private Actor leader;
    private String document;

    private Object without;

    @BeforeAll
    static void start() throws Exception {
        service = new KeyService();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void theServiceIsSet() {
        without = ReflectionTestUtils.getField(remoteSigning, PROPERTIES);
        ReflectionTestUtils.setField(remoteSigning, PROPERTIES, settings());
    }

    @AfterEach
    void asItWas() {
        ReflectionTestUtils.setField(remoteSigning, PROPERTIES, without);
    }

    /** As the environment names them. */
    private static RemoteProperties settings() {
        String prefix = "LIENKET_SIGNATURE_REMOTE_";
        String ofBinhDuong = prefix + "SERVICES_BINHDUONG_";
        Map<String, Object> environment = Map.of(
                ofBinhDuong + "BASEURL",
                service.address(),
                ofBinhDuong + "CLIENTID",
                KeyService.CLIENT,
                ofBinhDuong + "CLIENTSECRET",
                KeyService.SECRET,
                ofBinhDuong + "USERS_BINHDUONG_LEADER1",
                "0912345678",
                prefix + "DEADLINE",
                "10s");
        return new Binder(ConfigurationPropertySource.from(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environment)))
                .bind("lienket.signature.remote", RemoteProperties.class)
                .get();
    }

    @BeforeEach
    void aTextThatWaitsForALeaderWhoseKeysAreHeld() throws Exception {
        leader = cooperation.as(LEADER);
        service.hold(KEY, "0912345678", key(LEADER), false);
        service.hold(KEY_WITH_CODE, "0912345678", key(LEADER), true);
        service.hold(OTHERS_KEY, "binhduong.leader2", key("binhduong.leader2"), false);
        service.feel(Mood.GOOD);
        service.asked().clear();
        if (waiting == null) {
            waiting = agreement("Thỏa thuận chờ ký từ xa");
        }
        document = documentOf(waiting);
    }

    @Test
    void aLeaderSignsWithAKeyThatIsHeldForHimAndHandsItIn() {
        AgreementCase agreement = agreement("Thỏa thuận ký từ xa");
        JsonNode keys = leader.get("/api/v1/signing/remote/credentials")
                .expect(HttpStatus.OK)
                .json();
        assertThat(keys).extracting(key -> key.path("id").asText()).containsExactly(KEY, KEY_WITH_CODE);
        assertThat(keys.path(0).path("otp").asBoolean()).isFalse();
        assertThat(keys.path(1).path("otp").asBoolean()).isTrue();
        assertThat(keys.path(0).path("organisation").asText()).isEqualTo(DemoOffice.DEPARTMENT);
        assertThat(keys.path(0).path("issuer").asText()).isNotEmpty();
        assertThat(Instant.parse(keys.path(0).path("validTo").asText())).isAfter(Instant.now());
        service.asked().clear();

        JsonNode signed = sign(documentOf(agreement), KEY, KeyService.PIN, null)
                .expect(HttpStatus.OK)
                .json();

        assertThat(service.asked())
                .containsExactly(
                        "oauth2/token",
                        "credentials/list",
                        "credentials/info",
                        "credentials/authorize",
                        "signatures/signHash");
        JsonNode signature = signed.path("signatures").path(0);
        assertThat(signature.path("valid").asBoolean())
                .as(signature.path("sentence").asText())
                .isTrue();
        assertThat(signature.path("organisation").asText()).isEqualTo("binhduong");
        leader.complete(
                        agreement.task(AgreementModel.TASK_SIGN, "binhduong"),
                        Map.of("signedDocumentId", signed.path("documentId").asText()))
                .expect(HttpStatus.NO_CONTENT);
    }

    @Test
    void aSignatureIsVerifiedOnce() {
        String signed =
                sign(document, KEY, KeyService.PIN, null).expect(HttpStatus.OK).text("documentId");

        Map<String, Object> kept = jdbc.sql("""
                        select v.verified_at < d.uploaded_at as before, count(*) over () as times
                        from lienket.document_verification v join lienket.document d on d.id = v.document_id
                        where v.document_id = ?::uuid""").param(signed).query().singleRow();
        assertThat(kept).containsEntry("before", true).containsEntry("times", 1L);
    }

    @Test
    void aServiceMayWantACodeBesideThePin() {
        assertThat(sign(document, KEY_WITH_CODE, KeyService.PIN, null)
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .sentence())
                .isEqualTo("Hãy nhập mã OTP của dịch vụ ký từ xa.");
        assertThat(sign(document, KEY_WITH_CODE, KeyService.PIN, "000000")
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .sentence())
                .isEqualTo("Mã OTP không đúng hoặc đã hết hạn.");
        sign(document, KEY_WITH_CODE, KeyService.PIN, KeyService.OTP).expect(HttpStatus.OK);
    }

    @Test
    void aWrongPinSignsNothingAndAfterThreeTheKeyIsLocked() {
        long before = documents();
        assertThat(sign(document, KEY, null, null)
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .sentence())
                .isEqualTo("Hãy nhập PIN của chứng thư ký từ xa.");
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(sign(document, KEY, "111111", null)
                            .expectRefusal(HttpStatus.BAD_REQUEST)
                            .sentence())
                    .isEqualTo("PIN không đúng.");
        }
        assertThat(sign(document, KEY, KeyService.PIN, null)
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .sentence())
                .isEqualTo("Khóa ký từ xa này đang bị khóa hoặc ngừng sử dụng.");
        assertThat(leader.get("/api/v1/signing/remote/credentials").json()).hasSize(1);
        assertThat(documents()).isEqualTo(before);
        assertThat(service.asked()).doesNotContain("signatures/signHash");
    }

    @ParameterizedTest
    @CsvSource({
        "SILENT, 503, Dịch vụ ký từ xa không trả lời",
        "DRIPPING, 503, Dịch vụ ký từ xa không trả lời",
        "TALKATIVE, 503, Dịch vụ ký từ xa không trả lời",
        "BROKEN, 503, Dịch vụ ký từ xa không trả lời",
        "CONFUSED, 503, Dịch vụ ký từ xa không trả lời",
        "OTHER_HASH, 400, Giá trị chữ ký không đúng",
        "OTHER_KEY, 400, Giá trị chữ ký không đúng"
    })
    void aServiceThatSignsBadlyIsAskedOnceAndNothingIsStored(Mood mood, int status, String sentence) {
        long before = documents();
        service.feel(mood);

        assertThat(sign(document, KEY, KeyService.PIN, null)
                        .expectRefusal(HttpStatus.valueOf(status))
                        .sentence())
                .startsWith(sentence);

        assertThat(service.asked()).filteredOn("signatures/signHash"::equals).hasSize(1);
        assertThat(documents()).isEqualTo(before);
    }

    @Test
    void nobodySignsWithTheKeyOfSomebodyElse() {
        assertThat(sign(document, OTHERS_KEY, KeyService.PIN, null)
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .sentence())
                .isEqualTo("Chứng thư này không thuộc tài khoản ký từ xa của bạn.");
        assertThat(service.asked()).doesNotContain("credentials/authorize");
    }

    @Test
    void whoseTurnItIsNotIsRefusedBeforeTheServiceIsAskedToSign() {
        assertThat(sign(cooperation.as("binhduong.clerk1"), document, OTHERS_KEY, KeyService.PIN, null)
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .sentence())
                .startsWith("Chứng thư này không thuộc");
        service.hold(OTHERS_KEY, "binhduong.clerk1");
        assertThat(sign(cooperation.as("binhduong.clerk1"), document, OTHERS_KEY, KeyService.PIN, null)
                        .expectRefusal(HttpStatus.FORBIDDEN)
                        .sentence())
                .isEqualTo("Chưa đến lượt bạn ký văn bản này.");
        assertThat(service.asked()).doesNotContain("credentials/authorize");
    }

    @Test
    void whoHasNoServiceIsToldSo() {
        Actor company = cooperation.as("qtsc.leader1");

        assertThat(offered(leader)).isTrue();
        assertThat(offered(company)).isFalse();
        assertThat(company.get("/api/v1/signing/remote/credentials")
                        .expectRefusal(HttpStatus.NOT_FOUND)
                        .sentence())
                .isEqualTo("Đơn vị của bạn chưa dùng dịch vụ ký từ xa.");
        sign(company, document, KEY, KeyService.PIN, null).expectRefusal(HttpStatus.NOT_FOUND);
        cooperation.anonymous().get("/api/v1/signing/remote").expect(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void aLeaderSignsInTheFormAndIsToldWhatIsWrong() {
        AgreementCase agreement = agreement("Thỏa thuận ký từ xa trên trang");
        TasklistPage form = CHROMIUM.tasklistOf(LEADER)
                .open("Ký thỏa thuận", agreement.code())
                .claim();
        form.click("Ký từ xa");
        Locator place = form.shown("remote");
        Locator pin = place.locator("#remote-pin");
        pin.fill("111111");
        CHROMIUM.picture(form.page(), "signing-remote-pin");
        pin.press("Enter");
        PlaywrightAssertions.assertThat(form.form().locator(".lk-error:visible"))
                .containsText("PIN không đúng.");
        PlaywrightAssertions.assertThat(pin).hasValue("");
        CHROMIUM.picture(form.page(), "signing-remote-wrong");

        pin.fill(KeyService.PIN);
        place.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Ký").setExact(true))
                .click();
        PlaywrightAssertions.assertThat(place).containsText("Đã ký.");
        PlaywrightAssertions.assertThat(form.shown("found")).containsText("Hợp lệ");
        CHROMIUM.picture(form.page(), "signing-remote-signed");
        form.complete();
        assertThat(agreement.view().path("signatures")).hasSize(1);
    }

    @Test
    void noSecretComesIntoTheLog(CapturedOutput log) {
        // what is read and written is told then
        logging.setLogLevel(WEB, LogLevel.TRACE);
        try {
            sign(document, KEY_WITH_CODE, KeyService.PIN, KeyService.OTP).expect(HttpStatus.OK);
            sign(document, KEY, "864209", null).expectRefusal(HttpStatus.BAD_REQUEST);
            service.feel(Mood.BROKEN);
            sign(document, KEY, KeyService.PIN, null).expectRefusal(HttpStatus.SERVICE_UNAVAILABLE);
        } finally {
            logging.setLogLevel(WEB, null);
        }

        assertThat(log.getAll()).contains("/api/v1/signing/remote", "Dịch vụ ký từ xa không dùng được");
        for (String secret : List.of(KeyService.PIN, KeyService.OTP, "864209", KeyService.SECRET, KeyService.TOKEN)) {
            assertThat(log.getAll().contains(secret)).as(secret).isFalse();
        }
    }

    private boolean offered(Actor who) {
        return who.get("/api/v1/signing/remote")
                .expect(HttpStatus.OK)
                .json()
                .path("offered")
                .asBoolean();
    }

    private Answer sign(String documentId, String key, String pin, String otp) {
        return sign(leader, documentId, key, pin, otp);
    }

    private static Answer sign(Actor who, String documentId, String key, String pin, String otp) {
        return who.post(
                "/api/v1/signing/remote",
                Map.of(
                        "documentId",
                        documentId,
                        "credentialId",
                        key,
                        "pin",
                        pin == null ? "" : pin,
                        "otp",
                        otp == null ? "" : otp));
    }

    private byte[] key(String person) {
        return cooperation
                .as(person)
                .get("/demo/keys/%s.p12".formatted(person))
                .expect(HttpStatus.OK)
                .bytes();
    }

    private AgreementCase agreement(String title) {
        return cooperation.agreement(Map.of("channel", CHANNEL, "title", title)).upToSigning();
    }

    private static String documentOf(AgreementCase agreement) {
        JsonNode documents = agreement.view().path("documents");
        return documents.path(documents.size() - 1).path("id").asText();
    }

    private long documents() {
        return jdbc.sql("select count(*) from lienket.document where channel = ?")
                .param(CHANNEL)
                .query(Long.class)
                .single();
    }
}
