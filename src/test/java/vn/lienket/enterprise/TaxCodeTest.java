package vn.lienket.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienket.problem.ProblemException;

class TaxCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"0300588569", "0101248141", "3700145020", "3700145020-001", "3700145020-999"})
    void theTenthDigitChecksTheOthers(String code) {
        assertThat(TaxCode.problem(code)).isEmpty();
        assertThat(new TaxCode(code).warning()).isEmpty();
    }

    @Test
    void aPersonalNumberIsTakenWithAWarning() {
        TaxCode code = new TaxCode("074185001234");
        assertThat(code.personal()).isTrue();
        assertThat(code.warning())
                .hasValueSatisfying(warning -> assertThat(warning).contains("đối chiếu với giấy tờ"));
    }

    @ParameterizedTest
    @CsvSource({
        "3700145021, chữ số kiểm tra",
        "3700145012, chữ số kiểm tra",
        // the remainder 0 leaves no digit
        "0000000000, chữ số kiểm tra",
        "3700145021-001, chữ số kiểm tra",
        "3700145020-000, từ 001 đến 999",
        "300588569, số 0 ở đầu",
        "74185001234, số 0 ở đầu",
        "37001450, phải có 10 chữ số",
        "3700145020001, phải có 10 chữ số",
        "3700145020-01, phải có 10 chữ số",
        "3700145020-0011, phải có 10 chữ số",
        "37001450a0, phải có 10 chữ số",
        "３７００１４５０２０, phải có 10 chữ số",
        "3.700145020E9, phải có 10 chữ số"
    })
    void anythingElseIsRefusedWithItsReason(String code, String reason) {
        assertThat(TaxCode.problem(code))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .startsWith("Mã số thuế: ")
                        .contains(reason)
                        .endsWith("."));
        assertThatThrownBy(() -> new TaxCode(code))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.fields())
                                .singleElement()
                                .extracting(ProblemException.Field::name)
                                .isEqualTo("taxCode"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = " ")
    void noneIsMissing(String code) {
        assertThat(TaxCode.problem(code)).contains("Mã số thuế: không được để trống.");
    }
}
