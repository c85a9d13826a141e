package vn.lienket.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

/** Reading the reference data: what is understood and how errors are told. */
class WorkingDaysReaderTest {

    private static final String GOOD = """
            calendars:
              civil-service:
                years:
                  2026:
                    status: notice
                    citation: Thông báo
                    daysOff: [2026-02-16..2026-02-20, 2026-04-27]
                    workedSaturdays: [2026-08-22]
                  2027:
                    status: provisional
                    citation: Chưa có thông báo
                    daysOff: [2027-05-01]
                    unconfirmed: [2027-04-16]
              qtsc:
                inherits: civil-service
                years:
                  2026: { status: notice, citation: Quyết định, daysOff: [2026-03-02] }
            """;

    @Test
    void readsDaysRangesAndUnconfirmedDays() {
        WorkingCalendar calendar = read(GOOD).get("civil-service");

        assertThat(LocalDate.of(2026, 2, 16).datesUntil(LocalDate.of(2026, 2, 21)))
                .noneMatch(calendar::isWorkingDay);
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 8, 22))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 4, 16))).isFalse();
        assertThat(calendar.isProvisional(LocalDate.of(2026, 4, 16))).isFalse();
        assertThat(calendar.isProvisional(LocalDate.of(2027, 4, 16))).isTrue();
    }

    @Test
    void aYearOfItsOwnReplacesTheInheritedOneWholly() {
        WorkingCalendar park = read(GOOD).get("qtsc");

        assertThat(park.isWorkingDay(LocalDate.of(2026, 3, 2))).isFalse();
        assertThat(park.isWorkingDay(LocalDate.of(2026, 2, 16))).isTrue();
        assertThat(park.isWorkingDay(LocalDate.of(2027, 4, 16))).isFalse();
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-04-27]  | 2026-02-30]             | lịch civil-service, năm 2026, mục daysOff “2026-02-30”: không phải ngày có thật
            2026-04-27]  | 27/4/2026]              | lịch civil-service, năm 2026, mục daysOff “27/4/2026”: không phải ngày có thật
            2026-04-27]  | 2026-04-27..]           | lịch civil-service, năm 2026, mục daysOff “2026-04-27..”: không phải ngày có thật
            2026-04-27]  | 2025-04-28]             | lịch civil-service, năm 2026, mục daysOff “2025-04-28”: không thuộc năm 2026
            2026-04-27]  | 2026-12-31..2027-01-01] | lịch civil-service, năm 2026, mục daysOff “2026-12-31..2027-01-01”: không thuộc năm 2026
            2026-04-27]  | 2026-04-28..2026-04-27] | lịch civil-service, năm 2026, mục daysOff “2026-04-28..2026-04-27”: ngày cuối trước ngày đầu
            2026-04-27]  | 2026-04-25]             | lịch civil-service, năm 2026, mục daysOff “2026-04-25”: 2026-04-25 là cuối tuần
            2026-04-27]  | 2026-02-18]             | lịch civil-service, năm 2026, mục daysOff “2026-02-18”: 2026-02-18 đã ghi một lần rồi
            [2026-08-22] | [2026-08-23]            | lịch civil-service, năm 2026, mục workedSaturdays “2026-08-23”: 2026-08-23 không phải thứ Bảy
            [2026-08-22] | 2026-08-22              | lịch civil-service, năm 2026, mục workedSaturdays: phải là một danh sách
            [2027-04-16] | [2027-05-01]            | lịch civil-service, năm 2027, mục unconfirmed “2027-05-01”: 2027-05-01 đã ghi một lần rồi
            provisional  | notice                  | lịch civil-service, năm 2027, mục unconfirmed: năm đã có thông báo
            provisional  | maybe                   | lịch civil-service, năm 2027, mục status: phải là notice hoặc provisional
            : Thông báo  | :                       | lịch civil-service, năm 2026: thiếu citation
            daysOff: [2027 | dayOff: [2027         | lịch civil-service, năm 2027: mục lạ: dayOff
            2027:        | năm tới:                | lịch civil-service, năm năm tới: năm phải gồm bốn chữ số
            : civil-service | : nowhere            | lịch qtsc, mục inherits: không có lịch nowhere
            : civil-service | : qtsc               | lịch qtsc, mục inherits: đi vòng
            civil-service: | office:               | tệp: thiếu lịch mặc định civil-service
            calendars:   | calendar:               | tệp: mục lạ: calendar
            """)
    void tellsEachErrorWithItsPlace(String right, String wrong, String error) {
        assertThat(GOOD).contains(right);
        assertThatIllegalStateException()
                .isThrownBy(() -> read(GOOD.replace(right, wrong)))
                .withMessageContaining("\n- " + error);
    }

    @Test
    void tellsEveryErrorOfTheFileAtOnce() {
        assertThatIllegalStateException()
                .isThrownBy(() -> read(GOOD.replace("2026-04-27", "2026-04-31")
                        .replace("[2027-04-16]", "[2027-04-16, 2028-04-16]")
                        .replace("Quyết định", "''")))
                .withMessageContaining("lịch civil-service, năm 2026, mục daysOff “2026-04-31”")
                .withMessageContaining("lịch civil-service, năm 2027, mục unconfirmed “2028-04-16”")
                .withMessageContaining("lịch qtsc, năm 2026: thiếu citation");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                            | tệp: thiếu
            calendars                     | tệp: thiếu
            'calendars: []'               | mục calendars: thiếu
            'calendars: {civil-service: }'| lịch civil-service: thiếu
            'calendars: {civil-service: {years: {2026: [2026-01-01]}}}' | lịch civil-service, năm 2026: thiếu
            """)
    void refusesAFileOfAnotherShape(String text, String error) {
        assertThatIllegalStateException().isThrownBy(() -> read(text)).withMessageContaining("\n- " + error);
    }

    @Test
    void refusesAYearGivenTwice() {
        assertThatIllegalStateException()
                .isThrownBy(() -> read(GOOD.replace("2027:", "2026:")))
                .withMessageContaining("duplicate key 2026");
    }

    @Test
    void refusesWhatIsNotYamlAndAFileThatIsNotThere() {
        assertThatIllegalStateException()
                .isThrownBy(() -> read("calendars: ["))
                .withMessageContaining("Không đọc được");
        assertThatIllegalStateException()
                .isThrownBy(() -> WorkingDaysReader.read(new ClassPathResource("nowhere.yaml")))
                .withMessageContaining("nowhere.yaml");
    }

    private static Map<String, WorkingCalendar> read(String text) {
        return WorkingDaysReader.read(new ByteArrayResource(text.getBytes(UTF_8)));
    }
}
