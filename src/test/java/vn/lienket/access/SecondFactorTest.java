package vn.lienket.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.engine.Passwords;
import vn.lienket.notification.SettableClock;
import vn.lienket.notification.TwoDepartments;
import vn.lienket.problem.ProblemException;

/** Codes beside the password. */
@AccessTest
class SecondFactorTest {

    private static final String RIGHT = "con trâu đi trước cái cày";
    private static final String LEADER = "leader1";
    private static final String ADDRESS = "203.0.113.7";

    @Autowired
    SignIn signIn;

    @Autowired
    SecondFactors secondFactors;

    @Autowired
    Attempts attempts;

    @Autowired
    Passwords passwords;

    @Autowired
    IdentityService identityService;

    @Autowired
    TwoDepartments parties;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void afresh() {
        clock.set("2026-11-20T09:00");
        jdbc.sql("delete from lienket.sign_in_attempts").update();
        jdbc.sql("delete from lienket.second_factor").update();
        parties.restore();
        identityService.clearAuthentication();
        Stream.of(LEADER, "legal1").forEach(id -> {
            if (identityService.createUserQuery().userId(id).count() == 0) {
                User user = identityService.newUser(id);
                user.setPassword(RIGHT);
                identityService.saveUser(user);
            } else {
                passwords.set(id, RIGHT);
            }
        });
    }

    @Test
    void aLeaderEnrolsAndSignsInWithPasswordAndCode() {
        assertThat(verify()).isEqualTo(Outcome.ENROLMENT);
        Enrolment enrolment = secondFactors.enrol(LEADER);
        assertThat(secondFactors.enrol(LEADER)).as("shown again").isEqualTo(enrolment);
        assertThat(verify()).as("begun only").isEqualTo(Outcome.ENROLMENT);

        assertThat(signIn.confirmSecondFactor(LEADER, "000000", ADDRESS)).isEqualTo(Outcome.WRONG_CODE);
        assertThat(signIn.confirmSecondFactor(LEADER, code(enrolment, 0), ADDRESS))
                .isEqualTo(Outcome.ACCEPTED);

        pass(Duration.ofSeconds(30));
        assertThat(verify()).isEqualTo(Outcome.SECOND_FACTOR);
        assertThat(code("000000")).isEqualTo(Outcome.WRONG_CODE);
        assertThat(code("")).isEqualTo(Outcome.WRONG_CODE);
        assertThat(code(code(enrolment, 0))).isEqualTo(Outcome.ACCEPTED);
        assertThatThrownBy(() -> secondFactors.enrol(LEADER)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aCodeWorksOnceEvenIfItIsSentTwiceAtOnce() {
        Enrolment enrolment = enrolled(LEADER);
        String code = code(enrolment, 0);

        List<Outcome> outcomes =
                IntStream.range(0, 4)
                        .mapToObj(number -> CompletableFuture.supplyAsync(() -> code(code)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(outcomes).filteredOn(Outcome::accepted).hasSize(1);
        assertThat(code(code)).isEqualTo(Outcome.WRONG_CODE);
    }

    @Test
    void aClockMayBeOneStepFastOrSlowAndNoMore() {
        Enrolment enrolment = enrolled(LEADER);

        assertThat(code(code(enrolment, -2))).isEqualTo(Outcome.WRONG_CODE);
        assertThat(code(code(enrolment, 2))).isEqualTo(Outcome.WRONG_CODE);
        assertThat(code(code(enrolment, -1))).isEqualTo(Outcome.ACCEPTED);
        assertThat(code(code(enrolment, 1))).isEqualTo(Outcome.ACCEPTED);
        assertThat(code(code(enrolment, 0))).as("older than the last").isEqualTo(Outcome.WRONG_CODE);
    }

    @Test
    void guessesAtCodesMakeTheAccountWaitAndTheRightPasswordDoesNotMakeANewStart() {
        enrolled(LEADER);
        for (int guess = 0; guess < 5; guess++) {
            assertThat(verify()).isEqualTo(Outcome.SECOND_FACTOR);
            assertThat(code("00000" + guess)).isEqualTo(Outcome.WRONG_CODE);
        }

        assertThat(code("000009").kind()).isEqualTo(Outcome.Kind.WAIT);
        assertThat(verify().kind()).isEqualTo(Outcome.Kind.WAIT);
    }

    @Test
    void aRecoveryCodeWorksOnceHoweverItIsWritten() {
        enrolled(LEADER);
        List<String> codes = secondFactors.renewRecoveryCodes(LEADER);
        assertThat(codes)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([A-Z2-7]{4}-){5}[A-Z2-7]{4}"));

        assertThat(code(codes.get(0))).isEqualTo(Outcome.ACCEPTED);
        assertThat(code(codes.get(0))).isEqualTo(Outcome.WRONG_CODE);
        assertThat(code(codes.get(1).replace("-", " ").toLowerCase())).isEqualTo(Outcome.ACCEPTED);
        assertThat(secondFactors.recoveryCodesLeft(LEADER)).isEqualTo(8);

        secondFactors.renewRecoveryCodes(LEADER);
        assertThat(code(codes.get(2))).as("replaced").isEqualTo(Outcome.WRONG_CODE);
    }

    @Test
    void anothersRecoveryCodeOpensNothing() {
        enrolled(LEADER);
        enrolled("legal1");

        assertThat(code(secondFactors.renewRecoveryCodes("legal1").get(0))).isEqualTo(Outcome.WRONG_CODE);
    }

    @Test
    void basicIsRefusedToWhomCodesAreAskedOf() {
        assertThat(signIn.verifyBasic(LEADER, RIGHT, ADDRESS)).isEqualTo(Outcome.FORM_ONLY);
        assertThat(signIn.verifyBasic(LEADER, "sai", ADDRESS)).isEqualTo(Outcome.REFUSED);

        assertThat(signIn.verifyBasic("legal1", RIGHT, ADDRESS)).isEqualTo(Outcome.ACCEPTED);
        enrolled("legal1");
        assertThat(signIn.verifyBasic("legal1", RIGHT, ADDRESS))
                .as("although it is cached")
                .isEqualTo(Outcome.FORM_ONLY);
    }

    @Test
    void thePasswordAloneIsEnoughAtTheEnginesDoorsOnlyForWhoIsSignedIn() {
        enrolled(LEADER);
        assertThat(identityService.checkPassword(LEADER, RIGHT)).isFalse();

        identityService.setAuthentication(LEADER, List.of());
        assertThat(identityService.checkPassword(LEADER, RIGHT)).isTrue();
        assertThat(identityService.checkPassword("legal1", "sai")).isFalse();
        identityService.clearAuthentication();
    }

    @Test
    void whoseRoleAsksForNoneSignsInWithoutAndMayHaveOne() {
        assertThat(signIn.verify("legal1", RIGHT, ADDRESS)).isEqualTo(Outcome.ACCEPTED);
        enrolled("legal1");
        assertThat(signIn.verify("legal1", RIGHT, ADDRESS)).isEqualTo(Outcome.SECOND_FACTOR);
        assertThat(secondFactors.remove("legal1")).isTrue();
        assertThat(signIn.verify("legal1", RIGHT, ADDRESS)).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void theSecretIsEncryptedForItsOwner() {
        Enrolment enrolment = enrolled(LEADER);
        byte[] stored = jdbc.sql("select secret from lienket.second_factor where user_id = ?")
                .param(LEADER)
                .query(byte[].class)
                .single();

        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(secret(enrolment), StandardCharsets.ISO_8859_1));
        SecretBox box = new SecretBox("01234567890123456789012345678901".getBytes(StandardCharsets.US_ASCII));
        assertThat(box.open(stored, LEADER)).isEqualTo(secret(enrolment));
        assertThatThrownBy(() -> box.open(stored, "legal1")).isInstanceOf(IllegalStateException.class);
        assertThat(enrolment).hasToString("Enrolment");
    }

    @Test
    void thePictureLeadsAnAuthenticatorToTheSecret() throws Exception {
        Enrolment enrolment = secondFactors.enrol(LEADER);
        assertThat(enrolment.uri())
                .startsWith("otpauth://totp/LienKet%3Aleader1?secret=")
                .endsWith("&issuer=LienKet");
        String prefix = "data:image/svg+xml;base64,";
        assertThat(enrolment.picture()).startsWith(prefix);
        String svg = new String(Base64.getDecoder().decode(enrolment.picture().substring(prefix.length())));

        assertThat(read(svg)).isEqualTo(enrolment.uri());
    }

    private static String read(String svg) throws Exception {
        int scale = 4;
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertThat(box.find()).isTrue();
        int width = Integer.parseInt(box.group(1)) * scale;
        int[] pixels = new int[width * width];
        Arrays.fill(pixels, 0xffffff);
        Matcher dark = Pattern.compile("M(\\d+) (\\d+)h1").matcher(svg);
        while (dark.find()) {
            for (int pixel = 0; pixel < scale * scale; pixel++) {
                int x = Integer.parseInt(dark.group(1)) * scale + pixel % scale;
                int y = Integer.parseInt(dark.group(2)) * scale + pixel / scale;
                pixels[y * width + x] = 0;
            }
        }
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, pixels))))
                .getText();
    }

    /** Enrols somebody some steps ago. */
    private Enrolment enrolled(String userId) {
        Enrolment enrolment = secondFactors.enrol(userId);
        assertThat(signIn.confirmSecondFactor(userId, code(enrolment, 0), ADDRESS))
                .isEqualTo(Outcome.ACCEPTED);
        pass(Duration.ofMinutes(2));
        return enrolment;
    }

    private Outcome verify() {
        return signIn.verify(LEADER, RIGHT, ADDRESS);
    }

    private Outcome code(String code) {
        return signIn.verifyCode(LEADER, code, ADDRESS);
    }

    /** The code an authenticator shows whose clock is wrong by so many steps. */
    private String code(Enrolment enrolment, int steps) {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(
                            new SecretKeySpec(secret(enrolment), "HmacSHA1"),
                            clock.instant().plus(Duration.ofSeconds(30L * steps)));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] secret(Enrolment enrolment) {
        return new Base32().decode(enrolment.secret().replace(" ", ""));
    }

    private void pass(Duration time) {
        clock.set(clock.instant()
                .plus(time)
                .atZone(clock.getZone())
                .toLocalDateTime()
                .toString());
    }
}
