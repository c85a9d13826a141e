package vn.lienket.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienket.problem.FieldProblems;
import vn.lienket.problem.ProblemException;

class EnterpriseInputTest {

    @Test
    void readsWhatAFileAFormOrARequestSays() {
        Map<String, Object> fields = new HashMap<>(complete());
        fields.putAll(Map.of(
                "socialEnterprise", true,
                "vsicVersion", "2025",
                "vsicCode", "01110",
                "contactName", " Nguyễn\u00A0Thị\n Ánh ",
                "contactEmail", "anh.nguyen@phat.example",
                "contactPhone", "+84 90 123 45 67",
                "address", "12 Yersin",
                "digitalLevel", 3));

        assertThat(new EnterpriseInput(fields).check())
                .isEqualTo(new Enterprise(
                        "3700145020",
                        "Công ty Minh Phát",
                        Sector.AGRICULTURE,
                        10,
                        3_000_000_000L,
                        0,
                        true,
                        true,
                        "2025",
                        "01110",
                        "Nguyễn Thị Ánh",
                        "anh.nguyen@phat.example",
                        "0901234567",
                        "12 Yersin",
                        3,
                        null,
                        0));
    }

    @Test
    void whatIsNotRequiredMayBeMissing() {
        Enterprise enterprise = new EnterpriseInput(complete()).check();
        assertThat(enterprise.socialEnterprise()).isFalse();
        assertThat(enterprise.digitalLevel()).isNull();
        assertThat(enterprise.contactEmail()).isNull();
    }

    @Test
    void composesLettersThatCameInPieces() {
        assertThat(with("enterpriseName", "Co\u0302ng ty A\u0301nh Sa\u0301ng").name())
                .isEqualTo("Công ty Ánh Sáng");
    }

    @ParameterizedTest
    @CsvSource({
        "true, true",
        "TRUE, true",
        "1, true",
        "có, true",
        "Có, true",
        "FALSE, false",
        "0, false",
        "không, false"
    })
    void saysYesOrNoInSeveralWays(String given, boolean meant) {
        assertThat(with("womenOwned", given).womenOwned()).isEqualTo(meant);
    }

    static Stream<Object> wholeNumbersOfAllKinds() {
        return Stream.of("1000", 1000, 1000L, 1000.0, "001000", new BigDecimal("1000.00"), new BigDecimal("1E3"));
    }

    @ParameterizedTest
    @MethodSource
    void wholeNumbersOfAllKinds(Object given) {
        assertThat(with("revenue", given).revenue()).isEqualTo(1000);
    }

    @Test
    void takesTheLimitsThemselves() {
        assertThat(with("employees", 1_000_000).employees()).isEqualTo(1_000_000);
        assertThat(with("revenue", "10000000000000000").revenue()).isEqualTo(10_000_000_000_000_000L);
        assertThat(with("digitalLevel", "5").digitalLevel()).isEqualTo(5);
        assertThat(with("enterpriseName", "ă".repeat(300)).name()).hasSize(300);
    }

    static Stream<Arguments> aWrongFieldIsNamedWithItsReason() {
        return Stream.of(
                Arguments.of("taxCode", "3700145021", "chữ số kiểm tra"),
                Arguments.of("taxCode", new BigDecimal("300588569"), "số 0 ở đầu"),
                Arguments.of("taxCode", null, "không được để trống"),
                Arguments.of("enterpriseName", "  ", "không được để trống"),
                Arguments.of("enterpriseName", "a".repeat(301), "không quá 300 ký tự"),
                Arguments.of("enterpriseName", "Công ty \u0000", "không in được"),
                Arguments.of("enterpriseName", "Công ty \u202Egnp", "không in được"),
                Arguments.of("enterpriseName", "Công ty \uD83D", "không in được"),
                Arguments.of("enterpriseName", List.of("a"), "một giá trị đơn"),
                Arguments.of("sector", "services", "phải là agriculture"),
                Arguments.of("sector", null, "phải là agriculture"),
                Arguments.of("employees", "-1", "không được âm"),
                Arguments.of("employees", -1, "không được âm"),
                Arguments.of("employees", "10.5", "số nguyên"),
                Arguments.of("employees", 10.5, "số nguyên"),
                Arguments.of("employees", "1.000", "số nguyên"),
                Arguments.of("employees", "1,000", "số nguyên"),
                Arguments.of("employees", "mười", "số nguyên"),
                Arguments.of("employees", true, "số nguyên"),
                Arguments.of("employees", Double.NaN, "số nguyên"),
                Arguments.of("employees", "1000001", "không quá 1000000"),
                Arguments.of("employees", null, "không được để trống"),
                Arguments.of("revenue", "10000000000000001", "không quá 10000000000000000"),
                Arguments.of("revenue", "99999999999999999999", "không quá 10000000000000000"),
                Arguments.of("revenue", 1e300, "không quá 10000000000000000"),
                Arguments.of("capital", "", "không được để trống"),
                Arguments.of("womenOwned", "x", "TRUE hoặc FALSE"),
                Arguments.of("womenOwned", null, "không được để trống"),
                Arguments.of("socialEnterprise", "2", "TRUE hoặc FALSE"),
                Arguments.of("vsicVersion", "2007", "2018 hoặc 2025"),
                Arguments.of("vsicVersion", "2025", "phải có khi có phiên bản mã ngành"),
                Arguments.of("vsicCode", "01110", "phải có khi có mã ngành"),
                Arguments.of("vsicCode", "Z", "một chữ cái từ A đến V"),
                Arguments.of("vsicCode", new BigDecimal("1110"), "dạng văn bản"),
                Arguments.of("contactEmail", "anh@phat", "dạng địa chỉ thư"),
                Arguments.of("contactEmail", "anh phat@x.example", "dạng địa chỉ thư"),
                Arguments.of("contactEmail", "a@b.example\r\nBcc: c@d.example", "dạng địa chỉ thư"),
                Arguments.of("contactEmail", "anh..le@phat.example", "dạng địa chỉ thư"),
                Arguments.of("contactEmail", "a".repeat(65) + "@phat.example", "dạng địa chỉ thư"),
                Arguments.of("contactPhone", "901234567", "cả số 0 ở đầu"),
                Arguments.of("address", "a".repeat(501), "không quá 500 ký tự"),
                Arguments.of("digitalLevel", "6", "không quá 5"));
    }

    @ParameterizedTest
    @MethodSource
    void aWrongFieldIsNamedWithItsReason(String field, Object given, String reason) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> with(field, given));

        assertThat(refused.kind()).isEqualTo(ProblemException.Kind.INVALID);
        assertThat(refused.fields()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains(reason).endsWith(".");
            assertThat(List.of(field, "vsicVersion", "vsicCode")).contains(problem.name());
        });
    }

    @Test
    void allThatIsWrongIsSaidAtOnceTogetherWithWhatTheCallerFound() {
        FieldProblems problems = new FieldProblems().check(false, "need", "Nhu cầu: không được để trống.");

        assertThat(new EnterpriseInput(Map.of("sector", "x")).check(problems)).isNull();

        assertThat(catchThrowableOfType(ProblemException.class, problems::throwIfAny)
                        .fields())
                .extracting(ProblemException.Field::name)
                .containsExactly(
                        "need", "taxCode", "enterpriseName", "sector", "employees", "revenue", "capital", "womenOwned");
    }

    private static Enterprise with(String field, Object value) {
        Map<String, Object> fields = new HashMap<>(complete());
        fields.put(field, value);
        return new EnterpriseInput(fields).check();
    }

    private static Map<String, Object> complete() {
        return Map.of(
                "taxCode", "3700145020",
                "enterpriseName", "Công ty Minh Phát",
                "sector", "agriculture",
                "employees", "10",
                "revenue", 3_000_000_000L,
                "capital", "0",
                "womenOwned", "có");
    }
}
