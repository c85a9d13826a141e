package vn.lienket.calendar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** The numbers that are rules, as they ship, for tests without an application. */
public final class ShippedRules {

    private ShippedRules() {}

    public static Limits limits() {
        return limits(shipped("limits"), Clock.system(Deadlines.ZONE));
    }

    static Limits limits(Resource file, Clock clock) {
        return new Limits(new CalendarProperties(null, null, file, null), clock);
    }

    static Targets targets(Resource file, Clock clock) {
        return new Targets(new CalendarProperties(null, null, null, file), clock);
    }

    static Terms terms(Resource file, Clock clock) {
        return new Terms(new CalendarProperties(null, file, null, null), clock);
    }

    static Resource shipped(String name) {
        return new ClassPathResource("reference/%s.yaml".formatted(name));
    }

    /** The file that ships with these lines after its own. */
    static Resource shippedWith(String name, String... lines) throws IOException {
        return file(shipped(name).getContentAsString(StandardCharsets.UTF_8) + String.join("\n", lines));
    }

    static Resource file(String content) {
        return new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8));
    }

    static Clock noonOf(String day) {
        return Clock.fixed(
                LocalDate.parse(day).atTime(12, 0).atZone(Deadlines.ZONE).toInstant(), Deadlines.ZONE);
    }
}
