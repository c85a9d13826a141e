package vn.lienket.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import jakarta.mail.internet.InternetAddress;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    private static final String LABEL = "b".repeat(63);

    static Stream<String> whatCanBeWrittenToIsTakenAndOurMailLibraryTakesItToo() {
        return Stream.of(
                "hoa@thu.example",
                "hoa.le.van@so-ban.thu.example",
                "o'brien+a_b%c-d@1a.example",
                "-@a.bc",
                "hoa@xn--cng-ty-wra.xn--p1ai",
                "a".repeat(64) + "@" + LABEL + ".vn",
                "a@" + (LABEL + ".").repeat(3) + "c".repeat(60));
    }

    @ParameterizedTest
    @MethodSource
    void whatCanBeWrittenToIsTakenAndOurMailLibraryTakesItToo(String address) {
        assertThat(address).matches(MailAddress.FORM);
        assertThatNoException().isThrownBy(() -> new InternetAddress(address, true).validate());
    }

    static Stream<String> tooLong() {
        return Stream.of(
                "a".repeat(65) + "@thu.example",
                "a@" + LABEL + "b.vn",
                "a@thu." + LABEL + "b",
                "a@" + (LABEL + ".").repeat(3) + "c".repeat(61));
    }

    @ParameterizedTest
    @MethodSource("tooLong")
    @ValueSource(
            strings = {
                "hoa..le@thu.example",
                ".hoa@thu.example",
                "hoa.@thu.example",
                "hoa@.thu.example",
                "hoa@thu..example",
                "hoa@thu.example.",
                "hoa@-thu.example",
                "hoa@thu-.example",
                "hoa@thu.-example",
                "hoa@thu.example-",
                "hoa@thu_ban.example",
                "hoa@thu",
                "hoa@1.2.3.4",
                "hoa@[1.2.3.4]",
                "hoa@thu.e",
                "@thu.example",
                "hoa",
                "hoa@",
                "hoa@le@thu.example",
                "hoa le@thu.example",
                "hoa@thu .example",
                "\"hoa le\"@thu.example",
                "Hoa <hoa@thu.example>",
                "hoa@thu.example,le@thu.example",
                "hoa@thu.example\n",
                "hòa@thu.example",
                "hoa@thư.example"
            })
    void whatCannotIsRefused(String address) {
        assertThat(address).doesNotMatch(MailAddress.FORM);
    }
}
