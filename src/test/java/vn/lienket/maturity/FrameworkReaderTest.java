package vn.lienket.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienket.yaml.InvalidFileException;

/** Reading a framework: what is understood and how errors are told. */
class FrameworkReaderTest {

    @Test
    void readsEveryField() {
        MaturityFramework framework = Samples.framework();

        assertThat(framework.version()).isEqualTo("test-1");
        assertThat(framework.name()).isEqualTo("Bộ câu hỏi thử");
        assertThat(framework.official()).isFalse();
        assertThat(framework.status()).isEqualTo("Chỉ để thử");
        assertThat(framework.citation()).isEqualTo("Không có");
        assertThat(framework.effectiveFrom()).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(framework.effectiveTo()).isEqualTo(LocalDate.of(2027, 12, 31));
        assertThat(framework.scale()).hasSize(6).endsWith(new Meaning(5, "năm"));
        assertThat(framework.pillars())
                .extracting(Pillar::id, Pillar::name, Pillar::shortName, Pillar::weight)
                .containsExactly(
                        tuple("one", "Trụ cột thứ nhất", "Một", new BigDecimal("3")),
                        tuple("two", "Trụ cột thứ hai", "Hai", new BigDecimal("1.5")));
        assertThat(framework.questions()).hasSize(8);
        assertThat(framework.levels()).contains(new Level("level2", "Vừa", new BigDecimal("33.3"), "mô tả"));
    }

    @Test
    void aQuestionMayExplainTheAnswersItself() {
        List<Question> questions = Samples.framework().pillars().get(1).questions();

        assertThat(questions.get(2).scale()).isEqualTo(Samples.framework().scale());
        assertThat(questions.get(3).scale()).first().isEqualTo(new Meaning(0, "a"));
    }

    @Test
    void theLastDayMayBeOpen() {
        assertThat(Samples.read(Samples.FRAMEWORK.replace("effectiveTo: 2027-12-31\n", ""))
                        .effectiveTo())
                .isNull();
    }

    /** Each row changes one line of the sample; the error must name the line it is in. */
    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            version: test-1        | version: Test 1       | dòng 1: 'version' của bộ câu hỏi là 'Test 1', phải là mã dạng [a-z0-9][a-z0-9.-]{0,49}
            name: Bộ câu hỏi thử   | name: ''              | dòng 2: bộ câu hỏi thiếu 'name'
            official: false        | official: maybe       | dòng 3: 'official' của bộ câu hỏi là 'maybe', phải là true hoặc false
            official: false        | offical: false        | dòng 3: bộ câu hỏi có khoá lạ 'offical'
            status: Chỉ để thử     | status:               | dòng 4: bộ câu hỏi thiếu 'status'
            citation: Không có     | citation:             | dòng 5: bộ câu hỏi thiếu 'citation'
            effectiveFrom: 2026-07-01 | effectiveFrom: 2026-02-30 | dòng 6: 'effectiveFrom' của bộ câu hỏi là '2026-02-30', phải là một ngày dạng yyyy-MM-dd
            effectiveTo: 2027-12-31| effectiveTo: 2026-06-30 | dòng 7: bộ câu hỏi có 'effectiveTo' (2026-06-30) trước 'effectiveFrom' (2026-07-01)
            value: 5, text: năm    | value: 6, text: năm   | dòng 9: 'scale' của bộ câu hỏi phải gồm các mức từ 0 đến 5 theo thứ tự
            value: 4, text: bốn    | value: 5, text: bốn   | dòng 9: 'scale' của bộ câu hỏi phải gồm các mức từ 0 đến 5 theo thứ tự
            value: 4, text: bốn    | value: bốn, text: bốn | dòng 13: 'value' của mức trả lời của bộ câu hỏi là 'bốn', phải là một chữ số
            value: 4, text: bốn    | value: 4, text: ''    | dòng 13: mức trả lời của bộ câu hỏi thiếu 'text'
            id: two                | id: one               | dòng 25: trụ cột 'one' đã có ở dòng 16
            id: two                | id: Hai               | dòng 25: 'id' của trụ cột 'Hai' là 'Hai', phải là mã dạng [a-z][a-z0-9-]{0,49}
            name: Trụ cột thứ hai  | title: Trụ cột        | dòng 26: trụ cột 'two' có khoá lạ 'title'
            shortName: Hai         | shortName: Một tên gọi quá dài cho biểu đồ | dòng 27: 'shortName' của trụ cột 'two' dài hơn 20 ký tự
            weight: 1.5            | weight: 0             | dòng 28: 'weight' của trụ cột 'two' là 0, phải lớn hơn 0
            weight: 1.5            | weight: -1            | dòng 28: 'weight' của trụ cột 'two' là -1, phải lớn hơn 0
            weight: 1.5            | weight: 1e9           | dòng 28: 'weight' của trụ cột 'two' là '1e9', phải là một số
            weight: 1.5            | weight:               | dòng 28: trụ cột 'two' thiếu 'weight'
            - { id: one-d, text: Câu d, help: gợi ý, weight: 0.5 } | # | dòng 21: trụ cột 'one' có 3 câu hỏi, phải có ít nhất 4
            id: two-a, text        | id: one-a, text       | dòng 30: câu hỏi 'one-a' đã có ở dòng 21
            id: one-b, text: Câu b | id: one-b, text: ''   | dòng 22: câu hỏi 'one-b' thiếu 'text'
            id: one-b, text: Câu b, help: gợi ý, weight: 2 | id: one-b, text: Câu b, help: gợi ý, weight: 0.0 | dòng 22: 'weight' của câu hỏi 'one-b' là 0.0, phải lớn hơn 0
            id: one-b, text: Câu b, help: gợi ý | id: one-b, text: Câu b | dòng 22: câu hỏi 'one-b' thiếu 'help'
            , { value: 5, text: f }| ''                    | dòng 37: 'scale' của câu hỏi 'two-d' phải gồm các mức từ 0 đến 5 theo thứ tự
            id: level3             | id: level2            | dòng 41: mức độ 'level2' đã có ở dòng 40
            from: 0,               | from: 1,              | dòng 39: mức độ 'level1' đứng đầu nên phải có 'from' là 0, không phải 1
            from: 66.7             | from: 33.3            | dòng 41: mức độ 'level3' có 'from' là 33.3, phải lớn hơn mức trước (33.3)
            from: 66.7             | from: 100.1           | dòng 41: mức độ 'level3' có 'from' là 100.1, không được quá 100
            name: Cao              | name: ''              | dòng 41: mức độ 'level3' thiếu 'name'
            from: 66.7, description: mô tả | from: 66.7    | dòng 41: mức độ 'level3' thiếu 'description'
            """)
    void tellsEachErrorWithItsLine(String right, String wrong, String error) {
        assertThat(Samples.FRAMEWORK).contains(right);
        assertThat(errors(Samples.FRAMEWORK.replace(right, wrong))).contains(error);
    }

    @Test
    void scalePillarsAndLevelsMustBeThere() {
        String head = Samples.FRAMEWORK.substring(0, Samples.FRAMEWORK.indexOf("scale:"));

        assertThat(errors(head))
                .containsExactly(
                        "dòng 1: bộ câu hỏi thiếu 'scale'",
                        "dòng 1: bộ câu hỏi thiếu 'pillars'",
                        "dòng 1: bộ câu hỏi thiếu 'levels'");
    }

    @Test
    void tellsEveryErrorAtOnceInTheOrderOfTheFile() {
        assertThat(errors(Samples.FRAMEWORK
                        .replace("from: 66.7", "from: x")
                        .replace("weight: 1.5", "weight: 0")
                        .replace("version: test-1", "version: ''")))
                .containsExactly(
                        "dòng 1: bộ câu hỏi thiếu 'version'",
                        "dòng 28: 'weight' của trụ cột 'two' là 0, phải lớn hơn 0",
                        "dòng 41: 'from' của mức độ 'level3' là 'x', phải là một số");
    }

    private static List<String> errors(String yaml) {
        InvalidFileException invalid = catchThrowableOfType(InvalidFileException.class, () -> Samples.read(yaml));
        assertThat(invalid)
                .hasMessageContaining("Bộ câu hỏi đánh giá mức độ chuyển đổi số (")
                .hasMessageContaining("test.yaml");
        return invalid.errors();
    }
}
