package vn.lienket.notification;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The day's mail about what has come due.
 *
 * @param at from which time of the day on it goes out on working days, {@code HH:mm} in Vietnam
 */
@ConfigurationProperties("lienket.digest")
public record DigestProperties(@DefaultValue("07:30") String at) {

    public DigestProperties {
        LocalTime.parse(at);
    }

    public boolean isOpenAt(LocalTime time) {
        return !time.isBefore(LocalTime.parse(at));
    }
}
