package vn.lienket.assignment;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The day's mail about what has come due.
 *
 * @param at from which time of the day on it goes out, {@code HH:mm} in Vietnam
 */
@ConfigurationProperties("lienket.digest")
record DigestProperties(@DefaultValue("07:30") String at) {

    DigestProperties {
        LocalTime.parse(at);
    }

    boolean isOpenAt(LocalTime time) {
        return !time.isBefore(LocalTime.parse(at));
    }
}
