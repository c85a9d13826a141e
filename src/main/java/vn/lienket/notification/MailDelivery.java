package vn.lienket.notification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When a person is told of something by mail. */
public enum MailDelivery {
    AT_ONCE("Gửi ngay"),
    DAILY("Gộp vào thư hằng ngày"),
    NONE("Không gửi");

    private final String label;

    MailDelivery(String label) {
        this.label = label;
    }

    /** As the API calls it, e.g. {@code at-once}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The Vietnamese name. */
    public String label() {
        return label;
    }

    /** The one with this code. */
    public static Optional<MailDelivery> of(String code) {
        return Arrays.stream(values())
                .filter(delivery -> delivery.code().equals(code))
                .findFirst();
    }
}
