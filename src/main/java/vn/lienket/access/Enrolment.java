package vn.lienket.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import vn.lienket.page.QrCode;

/**
 * What an authenticator needs to know. A secret of its owner, to be shown to him alone.
 *
 * @param secret Base32 in groups of four, to be typed where no camera is
 * @param uri {@code otpauth://totp/…}
 */
public record Enrolment(String secret, String uri) {

    private static final String ISSUER = "LienKet";

    static Enrolment of(String userId, String base32) {
        String label =
                URLEncoder.encode(ISSUER + ":" + userId, StandardCharsets.UTF_8).replace("+", "%20");
        return new Enrolment(
                base32.replaceAll("(.{4})(?=.)", "$1 "),
                "otpauth://totp/%s?secret=%s&issuer=%s".formatted(label, base32, ISSUER));
    }

    /** The address as a QR code: an SVG picture as a {@code data:} address for an {@code <img>}. */
    public String picture() {
        return "data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(QrCode.of(uri).svg().getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "Enrolment";
    }
}
