package vn.lienket.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Hex;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import vn.lienket.engine.StoredPassword;

/**
 * A browser in which somebody has signed in before. It shows that with a cookie that his stored password signs: it opens nothing, is
 * of no use at any other account, and of none any more once the password has changed.
 */
final class KnownDevice {

    static final String COOKIE = "LIENKET_DEVICE";

    private static final Duration LIFETIME = Duration.ofDays(180);
    private static final Pattern TOKEN = Pattern.compile("([0-9a-f-]{36})\\.([0-9a-f]{64})");

    private KnownDevice() {}

    /** A new token for the browser in which this person has just signed in. */
    static String issue(String userId, StoredPassword stored) {
        String id = UUID.randomUUID().toString();
        return id + "." + signature(id, userId, stored);
    }

    /** The random name of the browser, if the token is one of this person's. */
    static Optional<String> id(String token, String userId, StoredPassword stored) {
        Matcher parts = TOKEN.matcher(token);
        return parts.matches() && isSame(parts.group(2), signature(parts.group(1), userId, stored))
                ? Optional.of(parts.group(1))
                : Optional.empty();
    }

    /** What the browser shows, or null. */
    static String tokenOf(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .orElse(null);
    }

    static void remember(String token, boolean secure, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, token)
                        .path("/")
                        .maxAge(LIFETIME)
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    /** Where an attempt at the form comes from. */
    static final class Details extends WebAuthenticationDetails {

        private final String token;

        Details(HttpServletRequest request) {
            super(request);
            this.token = tokenOf(request);
        }

        String token() {
            return token;
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static String signature(String id, String userId, StoredPassword stored) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec((stored.hash() + stored.salt()).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Hex.encodeHexString(mac.doFinal(("device " + id + " " + userId).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
