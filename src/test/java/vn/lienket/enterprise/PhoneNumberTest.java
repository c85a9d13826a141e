package vn.lienket.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0901234567, 0901234567",
        "+84901234567, 0901234567",
        "090 123 45 67, 0901234567",
        "+84 (90) 123-45.67, 0901234567",
        "0312345678, 0312345678",
        "0512345678, 0512345678",
        "0712345678, 0712345678",
        "0812345678, 0812345678",
        "0274 3822 999, 02743822999",
        "+842743822999, 02743822999"
    })
    void isKeptInItsDomesticForm(String given, String kept) {
        assertThat(PhoneNumber.of(given)).map(PhoneNumber::value).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "901234567",
                "0401234567",
                "0601234567",
                "0101234567",
                "09012345678",
                "090123456",
                "0274382299",
                "027438229990",
                "84901234567",
                "+85901234567",
                "0901234567 ext 1",
                "",
                "+84"
            })
    void anythingElseIsNone(String given) {
        assertThat(PhoneNumber.of(given)).isEmpty();
    }
}
