package vn.lienket.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private static final String USER = "tayninh.clerk2";
    private static final String NAME = "Nguyễn Thị Bích Ngọc";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "một mật khẩu đủ dài",
                "du-muoi-hai-ky-tu",
                "mật khẩu thứ nhất",
                "correct horse battery",
                "T7#vq2!Lm9zR",
                "con trâu đi trước cái cày",
                "🐃🌾🏮🎋🐉🌊🐅🍜🛵🏞🪷🎏"
            })
    void whatNobodyGuessesWillDo(String password) {
        assertThat(PasswordPolicy.problems(password, USER, NAME)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaa",
                "123456789012",
                "abcabcabcabc",
                "qwertyuiop12",
                "qwertyuiop[]",
                "1qaz2wsx3edc",
                "password1234",
                "Password123!",
                "P@ssw0rd2026",
                "iloveyou1234",
                "matkhau12345",
                "Matkhau@2026",
                "mậtkhẩu12345",
                "vietnam12345",
                "binhduong2026",
                "admin1234567",
                "abcdefghijkl",
                "201120262026",
                "111111111111111111111111",
                "asdfghjklasdfghjkl"
            })
    void whatIsGuessedFirstWillNot(String password) {
        assertThat(PasswordPolicy.problems(password, USER, NAME))
                .singleElement()
                .asString()
                .startsWith("Mật khẩu này dễ đoán");
    }

    @ParameterizedTest
    @CsvSource({
        "quá ngắn, Mật khẩu phải có ít nhất 12 ký tự.",
        "của TayNinh.Clerk2! xa, Mật khẩu không được chứa tên đăng nhập.",
        "tay-ninh-clerk-2 núi, Mật khẩu không được chứa tên đăng nhập.",
        "sông nguyenthibichngoc, Mật khẩu không được chứa họ tên.",
        "Nguyễn Thị Bích Ngọc 57 sông, Mật khẩu không được chứa họ tên.",
        "sông núi LienKet 57, Mật khẩu không được chứa tên phần mềm."
    })
    void theSentenceSaysWhatIsWrong(String password, String sentence) {
        assertThat(PasswordPolicy.problems(password, USER, NAME)).startsWith(sentence);
    }

    @Test
    void theLongestHas128CharactersAndIsJudgedQuickly() {
        String longest = "núi sông biển hồ ".repeat(8).substring(0, 127) + "x";

        Instant start = Instant.now();
        assertThat(PasswordPolicy.problems("t7#vQ2!Lm9zR;p0K".repeat(8), USER, NAME))
                .isEmpty();
        assertThat(PasswordPolicy.problems(longest + "y", USER, NAME))
                .containsExactly("Mật khẩu không được quá 128 ký tự.");
        PasswordPolicy.problems("1".repeat(1_000_000), USER, NAME);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void theOwnerNeedNotBeKnown() {
        assertThat(PasswordPolicy.problems("một mật khẩu đủ dài", null, null)).isEmpty();
        assertThat(PasswordPolicy.problems("một mật khẩu đủ dài", "", " ")).isEmpty();
    }
}
