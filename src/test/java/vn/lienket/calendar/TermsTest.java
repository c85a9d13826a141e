package vn.lienket.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.transfer.process.TransferModel;
import vn.lienket.yaml.InvalidFileException;

class TermsTest {

    private static final Resource SHIPPED = ShippedRules.shipped("terms");

    private final Terms terms = ShippedRules.terms(SHIPPED, ShippedRules.noonOf("2026-11-23"));

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(row("Task_ChekRequest", "5", "2027-01-01"), "không có thời hạn 'Task_ChekRequest'"),
                Arguments.of(
                        row("supplement", "-5", "2027-01-01"),
                        "'days' của thời hạn là '-5', phải là một số nguyên từ 1 đến 10000"),
                Arguments.of(
                        row("supplement", "0", "2027-01-01"),
                        "'days' của thời hạn là '0', phải là một số nguyên từ 1 đến 10000"),
                Arguments.of(
                        row("supplement", "2.5", "2027-01-01"),
                        "'days' của thời hạn là '2.5', phải là một số nguyên từ 1 đến 10000"),
                Arguments.of(
                        row("supplement", "10", "2023-10-06"), "thời hạn 'supplement' từ ngày 2023-10-06 có hai lần"),
                Arguments.of(
                        row("supplement", "10", "2027-02-30"),
                        "'from' của thời hạn là '2027-02-30', phải là một ngày dạng yyyy-MM-dd"),
                Arguments.of("- { term: supplement, days: 10, from: \"2027-01-01\" }", "thời hạn thiếu 'citation'"),
                Arguments.of(
                        "- { term: supplement, day: 10, days: 10, from: \"2027-01-01\", citation: a }",
                        "thời hạn có khoá lạ 'day'"));
    }

    @Test
    void knowsHowLongAStepMayTake() {
        assertThat(terms.days(ConsultingModel.TASK_DECIDE_SUPPORT)).isEqualTo(14);
        assertThat(terms.days("supplement")).isEqualTo(10);
        assertThat(terms.all()).hasSize(48);
        assertThat(terms.today()).hasSize(48).containsEntry("answerLink", 60).containsEntry("enterprisePage", 90);
    }

    @Test
    void knowsTheFirstTermForDaysBeforeIt() {
        Terms earlier = ShippedRules.terms(SHIPPED, ShippedRules.noonOf("2020-01-01"));

        assertThat(earlier.days(AgreementModel.TASK_REGISTER)).isEqualTo(1);
    }

    @Test
    void aNewTermAppliesFromItsDayAndWhatBeganBeforeKeepsItsOwn() throws IOException {
        Resource file = ShippedRules.shippedWith("terms", row("supplement", "15", "2027-01-01"));
        Terms before = ShippedRules.terms(file, ShippedRules.noonOf("2026-12-31"));
        Terms since = ShippedRules.terms(file, ShippedRules.noonOf("2027-01-01"));

        assertThat(before.days("supplement")).isEqualTo(10);
        assertThat(since.days("supplement")).isEqualTo(15);
        assertThat(since.days("supplement", LocalDate.of(2026, 12, 31))).isEqualTo(10);
        assertThat(since.days(ConsultingModel.TASK_DECIDE_SUPPORT)).isEqualTo(14);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatIllegalArgumentException().isThrownBy(() -> terms.days("Task_Unknown"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongRowIsToldWithItsLine(String row, String sentence) throws IOException {
        Resource file = ShippedRules.shippedWith("terms", row);
        long line = file.getContentAsString(StandardCharsets.UTF_8).lines().count();

        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> ShippedRules.terms(file, ShippedRules.noonOf("2026-11-23")))
                .withMessageStartingWith("Danh mục thời hạn (")
                .extracting(InvalidFileException::errors)
                .isEqualTo(List.of("dòng %d: %s".formatted(line, sentence)));
    }

    @Test
    void aFileThatLacksTermsOrIsNoListIsRefused() {
        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> ShippedRules.terms(
                        ShippedRules.file(row("supplement", "10", "2027-01-01")), ShippedRules.noonOf("2026-11-23")))
                .withMessageContaining("thiếu thời hạn '%s'".formatted(TransferModel.TASK_CHECK))
                .withMessageNotContaining("thiếu thời hạn 'supplement'");
        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() ->
                        ShippedRules.terms(ShippedRules.file("supplement: 10"), ShippedRules.noonOf("2026-11-23")))
                .withMessageContaining("dòng 1: tệp phải là một danh sách thời hạn");
    }

    private static String row(String term, String days, String from) {
        return "- { term: %s, days: %s, from: \"%s\", citation: \"QĐ 1\" }".formatted(term, days, from);
    }
}
