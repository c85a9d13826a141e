package vn.lienket.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienket.problem.ProblemException;

class DocumentNumberTest {

    @ParameterizedTest
    @CsvSource({
        "05/BTT-STTTT, 5, STTTT",
        "' 05/BTT-STTTT ', 5, STTTT",
        "123/BTT-QTSC, 123, QTSC",
        "12/BTT-SKHĐT, 12, SKHĐT",
        "007/BTT-STT&TT, 7, STT&TT"
    })
    void isReadAsAClerkWritesIt(String text, int sequence, String body) {
        assertThat(DocumentNumber.parse(text, "BTT", "thỏa thuận"))
                .isEqualTo(new DocumentNumber(sequence, "BTT", body));
    }

    @Test
    void isPrintedWithTwoDigitsAtLeast() {
        assertThat(new DocumentNumber(5, "BTT", "STTTT")).hasToString("05/BTT-STTTT");
        assertThat(new DocumentNumber(1234, "BGN", "QTSC")).hasToString("1234/BGN-QTSC");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "5/BTT-STTTT",
                "00/BTT-STTTT",
                "-5/BTT-STTTT",
                "1000000/BTT-STTTT",
                "05/BTT",
                "05/BTT-",
                "05/btt-stttt",
                "05-BTT/STTTT",
                "05/BTT-STTTT; 06/BTT-STTTT",
                "05/BGN-STTTT"
            })
    void anythingElseIsRefusedForItsField(String text) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> DocumentNumber.parse(text, "BTT", "thỏa thuận"))
                .satisfies(problem -> assertThat(problem.fields())
                        .singleElement()
                        .extracting(ProblemException.Field::name)
                        .isEqualTo("documentNumber"));
    }
}
