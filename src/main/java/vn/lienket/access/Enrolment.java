package vn.lienket.access;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

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
                + Base64.getEncoder().encodeToString(svg().getBytes(StandardCharsets.US_ASCII));
    }

    private String svg() {
        BitMatrix matrix = matrix();
        StringBuilder dark = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    dark.append("M%d %dh1v1h-1z".formatted(x, y));
                }
            }
        }
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\">"
                        + "<path fill=\"#fff\" d=\"M0 0h%1$dv%2$dH0z\"/><path d=\"%3$s\"/></svg>")
                .formatted(matrix.getWidth(), matrix.getHeight(), dark);
    }

    private BitMatrix matrix() {
        try {
            return new QRCodeWriter()
                    .encode(
                            uri,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4));
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "Enrolment";
    }
}
