package vn.lienket.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** The calendar that ships, and counting in it. */
class WorkingCalendarTest {

    private final Map<String, WorkingCalendar> shipped =
            WorkingDaysReader.read(new ClassPathResource("reference/working-days.yaml"));
    private final WorkingCalendar calendar = shipped.get("civil-service");

    @ParameterizedTest(name = "{1} to {2}")
    @CsvSource({
        "2022-12-30, 2022-12-31, 2023-01-02, 2023-01-03",
        "2023-01-19, 2023-01-20, 2023-01-26, 2023-01-27",
        "2023-04-28, 2023-04-29, 2023-05-03, 2023-05-04",
        "2023-08-31, 2023-09-01, 2023-09-04, 2023-09-05",
        "2023-12-29, 2023-12-30, 2024-01-01, 2024-01-02",
        "2024-02-07, 2024-02-08, 2024-02-14, 2024-02-15",
        "2024-04-17, 2024-04-18, 2024-04-18, 2024-04-19",
        "2024-04-26, 2024-04-27, 2024-05-01, 2024-05-02",
        "2024-08-30, 2024-08-31, 2024-09-03, 2024-09-04",
        "2024-12-31, 2025-01-01, 2025-01-01, 2025-01-02",
        "2025-01-24, 2025-01-25, 2025-02-02, 2025-02-03",
        "2025-04-04, 2025-04-05, 2025-04-07, 2025-04-08",
        "2025-04-29, 2025-04-30, 2025-05-04, 2025-05-05",
        "2025-08-29, 2025-08-30, 2025-09-02, 2025-09-03",
        "2025-12-31, 2026-01-01, 2026-01-04, 2026-01-05",
        "2026-02-13, 2026-02-14, 2026-02-22, 2026-02-23",
        "2026-04-24, 2026-04-25, 2026-04-27, 2026-04-28",
        "2026-04-29, 2026-04-30, 2026-05-03, 2026-05-04",
        "2026-08-28, 2026-08-29, 2026-09-02, 2026-09-03",
        "2026-11-23, 2026-11-24, 2026-11-24, 2026-11-25",
        "2026-12-31, 2027-01-01, 2027-01-03, 2027-01-04",
        "2027-04-15, 2027-04-16, 2027-04-18, 2027-04-19",
        "2027-04-29, 2027-04-30, 2027-05-02, 2027-05-03",
        "2027-09-01, 2027-09-02, 2027-09-02, 2027-09-03",
        "2027-11-23, 2027-11-24, 2027-11-24, 2027-11-25"
    })
    void everyDayOfARestIsOffAndTheDaysOnBothSidesAreWorked(
            LocalDate before, LocalDate first, LocalDate last, LocalDate after) {
        assertThat(calendar.isWorkingDay(before)).isTrue();
        assertThat(first.datesUntil(after)).noneMatch(calendar::isWorkingDay);
        assertThat(calendar.isWorkingDay(after)).isTrue();
        assertThat(calendar.plus(before, 1).date()).isEqualTo(after);
        assertThat(calendar.plus(last, 0).date()).isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22"})
    void aSaturdayWorkedInsteadIsAWorkingDayUnlikeItsSundayAndTheSaturdaysOnBothSides(LocalDate saturday) {
        assertThat(calendar.isWorkingDay(saturday)).isTrue();
        assertThat(calendar.isWorkingDay(saturday.minusDays(1))).isTrue();
        assertThat(calendar.isWorkingDay(saturday.plusDays(1))).isFalse();
        assertThat(calendar.isWorkingDay(saturday.minusWeeks(1))).isFalse();
        assertThat(calendar.isWorkingDay(saturday.plusWeeks(1))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2023, 11, 0", "2024, 12, 1", "2025, 12, 1", "2026, 14, 2", "2027, 5, 0"})
    void noOtherDayIsSpecial(int year, int weekdaysOff, int weekendDaysWorked) {
        assertThat(days(year).filter(day -> !WorkingYear.isWeekend(day) && !calendar.isWorkingDay(day)))
                .hasSize(weekdaysOff);
        assertThat(days(year).filter(day -> WorkingYear.isWeekend(day) && calendar.isWorkingDay(day)))
                .hasSize(weekendDaysWorked);
    }

    @Test
    void theParkWorksTheDaysOfTheCivilService() {
        assertThat(shipped.get("qtsc")).isEqualTo(calendar);
    }

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @CsvSource({
        "2026-11-23, 0, 2026-11-23",
        "2026-11-24, 0, 2026-11-25",
        "2026-11-23, 1, 2026-11-25",
        "2026-11-24, 1, 2026-11-25",
        "2026-11-20, 5, 2026-11-30",
        "2026-11-21, 1, 2026-11-23",
        "2026-02-10, 5, 2026-02-24",
        "2026-08-21, 1, 2026-08-22",
        "2026-08-22, 1, 2026-08-24",
        "2026-08-20, 7, 2026-08-28",
        "2026-08-20, 8, 2026-09-03"
    })
    void countsTheWorkingDaysAfterADay(LocalDate from, int days, LocalDate date) {
        assertThat(calendar.plus(from, days)).isEqualTo(new Deadline(date, false));
    }

    @Test
    void doesNotCountBackwards() {
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.plus(LocalDate.of(2026, 11, 23), -1));
    }

    @Test
    void theDaysBetweenAreTheInverseOfCountingFromEveryDay() {
        for (int days : new int[] {1, 2, 5, 14, 60}) {
            assertThat(days(2026))
                    .allMatch(from -> calendar.workingDaysBetween(
                                    from, calendar.plus(from, days).date())
                            == days);
        }
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "2026-11-20, 2026-11-20, 0",
        "2026-11-20, 2026-11-22, 0",
        "2026-11-20, 2026-11-23, 1",
        "2026-11-21, 2026-11-22, 0",
        "2026-11-23, 2026-11-24, 0",
        "2026-02-13, 2026-02-23, 1",
        "2026-08-21, 2026-08-22, 1",
        "2026-11-23, 2026-11-20, 0"
    })
    void theDaysBetweenLeaveOutTheFirstDayAndIncludeTheLast(LocalDate from, LocalDate to, int days) {
        assertThat(calendar.workingDaysBetween(from, to)).isEqualTo(days);
    }

    @ParameterizedTest(name = "{0} + {1} = {2}, provisional: {3}")
    @CsvSource({
        "2026-12-30, 1, 2026-12-31, false",
        "2026-12-31, 0, 2026-12-31, false",
        "2026-12-31, 1, 2027-01-04, true",
        "2027-02-05, 1, 2027-02-08, true",
        "2027-12-31, 1, 2028-01-03, true",
        "2028-04-28, 1, 2028-05-01, true",
        "2022-12-30, 1, 2023-01-03, true",
        "2022-12-31, 1, 2023-01-03, false"
    })
    void aDateCountedThroughAYearWithoutNoticeIsProvisional(
            LocalDate from, int days, LocalDate date, boolean provisional) {
        assertThat(calendar.plus(from, days)).isEqualTo(new Deadline(date, provisional));
    }

    @Test
    void aYearWithoutNoticeOnTheWayMakesADateInAnAnnouncedYearProvisional() {
        WorkingYear announced = new WorkingYear(true, Set.of(), Set.of());
        WorkingCalendar gap = new WorkingCalendar(Map.of(2026, announced, 2028, announced));

        assertThat(gap.plus(LocalDate.of(2026, 12, 31), 300).date().getYear()).isEqualTo(2028);
        assertThat(gap.plus(LocalDate.of(2026, 12, 31), 300).provisional()).isTrue();
        assertThat(gap.isProvisional(LocalDate.of(2028, 1, 3))).isFalse();
    }

    private static Stream<LocalDate> days(int year) {
        return LocalDate.ofYearDay(year, 1).datesUntil(LocalDate.ofYearDay(year + 1, 1));
    }
}
