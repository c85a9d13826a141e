package vn.lienket.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.ClassPathResource;
import vn.lienket.party.Parties;

/** Deadlines of organisations, as models and services ask for them. */
class DeadlinesTest {

    private final Parties parties =
            new FixedParties().with("binhduong", null).with("qtsc", "qtsc").with("lost", "nowhere");
    private final SettableClock clock = new SettableClock("2026-11-20T09:30");
    private final Deadlines deadlines = deadlines(clock);

    @Test
    void aDeadlineEndsAtFiveInTheAfternoonInVietnam() {
        assertThat(deadlines.inWorkingDays("binhduong", 5)).isEqualTo(SettableClock.at("2026-11-30T17:00"));
        assertThat(deadlines.inWorkingDays("qtsc", 0)).isEqualTo(SettableClock.at("2026-11-20T17:00"));
    }

    @Test
    void todayIsTheDayInVietnamWhateverTheZoneOfTheClock() {
        Clock utc = Clock.fixed(Instant.parse("2026-11-22T17:00:00Z"), ZoneOffset.UTC);

        assertThat(deadlines(utc).inWorkingDays("binhduong", 1)).isEqualTo(SettableClock.at("2026-11-25T17:00"));
    }

    @Test
    void aDeadlineInAYearWithoutNoticeIsProvisional() {
        LocalDate lastDay = LocalDate.of(2026, 12, 31);

        assertThat(deadlines.deadline("binhduong", lastDay, 1)).isEqualTo(new Deadline(LocalDate.of(2027, 1, 4), true));
        assertThat(deadlines.provisional("binhduong", lastDay)).isFalse();
        assertThat(deadlines.provisional("binhduong", LocalDate.of(2027, 1, 4))).isTrue();
        assertThat(deadlines.provisional("binhduong", LocalDate.of(2031, 1, 2))).isTrue();
    }

    @Test
    void anUnknownOrganisationOrCalendarIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> deadlines.inWorkingDays("hanoi", 1))
                .withMessageContaining("hanoi");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> deadlines.provisional("lost", LocalDate.of(2026, 1, 5)))
                .withMessageContaining("nowhere");
    }

    @Test
    void modelsFindTheDeadlinesByNameAndTheDataThatShips() {
        application().run(context -> assertThat(context).hasBean("deadlines").hasSingleBean(Deadlines.class));
    }

    @Test
    void anotherYearsNoticeIsAnotherFile(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("days.yaml"), """
                calendars:
                  civil-service:
                    years:
                      2027: { status: notice, citation: Thông báo, daysOff: [2027-02-08] }
                """);

        application()
                .withPropertyValues("lienket.calendar.location=" + file.toUri())
                .run(context -> assertThat(
                                context.getBean(Deadlines.class).deadline("binhduong", LocalDate.of(2027, 2, 5), 1))
                        .isEqualTo(new Deadline(LocalDate.of(2027, 2, 9), false)));
    }

    @Test
    void aWrongFileStopsTheStart(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("days.yaml"), "calendars: {}");

        application()
                .withPropertyValues("lienket.calendar.location=" + file.toUri())
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("days.yaml")
                        .hasMessageContaining("thiếu lịch mặc định"));
    }

    private Deadlines deadlines(Clock now) {
        CalendarProperties properties =
                new CalendarProperties(new ClassPathResource("reference/working-days.yaml"), null, null, null);
        return new Deadlines(new WorkingCalendars(properties, parties), now);
    }

    private ApplicationContextRunner application() {
        return new ApplicationContextRunner()
                .withBean(Parties.class, () -> parties)
                .withBean(Clock.class, () -> clock)
                .withUserConfiguration(Module.class, WorkingCalendars.class, Deadlines.class);
    }

    @EnableConfigurationProperties(CalendarProperties.class)
    private static class Module {}
}
