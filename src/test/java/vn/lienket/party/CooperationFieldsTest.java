package vn.lienket.party;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import vn.lienket.yaml.InvalidFileException;

class CooperationFieldsTest {

    private static final String SAMPLE = """
            - { code: data-centre, channels: [binhduong-tayninh, binhduong-qtsc], name: Trung tâm dữ liệu }
            - { code: ioc, channels: [], name: Giám sát }
            """;

    private final CooperationFields fields = new CooperationFields();

    @Test
    void holdsTheElevenFieldsAgreedWithTayNinhTheSixWithQtscAndTheCommonOne() {
        assertThat(fields.all()).hasSize(18);
        assertThat(fields.all())
                .filteredOn(field -> field.channels().contains("binhduong-tayninh"))
                .hasSize(11);
        assertThat(fields.all())
                .filteredOn(field -> field.channels().contains("binhduong-qtsc"))
                .hasSize(6);
        assertThat(fields.all())
                .filteredOn(field -> field.channels().isEmpty())
                .extracting(CooperationField::code)
                .containsExactly("regional-data-system");
    }

    @Test
    void everyFieldHasACodeAndAName() {
        assertThat(fields.all()).allSatisfy(field -> {
            assertThat(field.code()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(field.name()).isNotBlank();
        });
        assertThat(fields.all()).extracting(CooperationField::name).doesNotHaveDuplicates();
    }

    @Test
    void isFoundByItsCode() {
        assertThat(fields.find("ioc"))
                .hasValueSatisfying(
                        field -> assertThat(field.name()).isEqualTo("Trung tâm giám sát, điều hành thông minh"));
        assertThat(fields.find("IOC")).isEmpty();
        assertThat(fields.find("")).isEmpty();
    }

    @Test
    void readsEveryValueInTheOrderOfTheFile() {
        assertThat(read(SAMPLE).all())
                .containsExactly(
                        new CooperationField(
                                "data-centre", "Trung tâm dữ liệu", List.of("binhduong-tayninh", "binhduong-qtsc")),
                        new CooperationField("ioc", "Giám sát", List.of()));
    }

    /** Each row changes one line of the sample; the error must name the line it is in. */
    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            code: ioc      | code: data-centre | dòng 2: lĩnh vực 'data-centre' đã có ở dòng 1
            code: ioc      | code: IOC         | dòng 2: 'code' của lĩnh vực là 'IOC', phải là mã dạng [a-z0-9]+(-[a-z0-9]+)*
            code: ioc      | code: ioc-        | dòng 2: 'code' của lĩnh vực là 'ioc-', phải là mã dạng [a-z0-9]+(-[a-z0-9]+)*
            code: ioc      | code: ''          | dòng 2: lĩnh vực thiếu 'code'
            name: Giám sát | name: ''          | dòng 2: lĩnh vực thiếu 'name'
            name: Giám sát | title: Giám sát   | dòng 2: lĩnh vực có khoá lạ 'title'
            ioc, channels: []  | ioc           | dòng 2: lĩnh vực thiếu 'channels'; mọi kênh thì ghi []
            channels: []   | channels: ioc     | dòng 2: 'channels' của lĩnh vực phải là một danh sách
            binhduong-qtsc | binhduong-tayninh | dòng 1: 'channels' của lĩnh vực nêu 'binhduong-tayninh' hai lần
            binhduong-qtsc | Bình Dương        | dòng 1: 'channels' nêu 'Bình Dương', phải là mã dạng [a-z0-9]+(-[a-z0-9]+)*
            """)
    void tellsEachErrorWithItsLine(String right, String wrong, String error) {
        assertThat(SAMPLE).contains(right);
        assertThat(errors(SAMPLE.replace(right, wrong))).contains(error);
    }

    @Test
    void tellsEveryErrorAtOnce() {
        assertThat(errors(SAMPLE.replace("name", "title")))
                .containsExactly(
                        "dòng 1: lĩnh vực có khoá lạ 'title'",
                        "dòng 1: lĩnh vực thiếu 'name'",
                        "dòng 2: lĩnh vực có khoá lạ 'title'",
                        "dòng 2: lĩnh vực thiếu 'name'");
        assertThat(errors("ioc: Giám sát")).containsExactly("dòng 1: tệp phải là một danh sách lĩnh vực");
    }

    private static List<String> errors(String yaml) {
        InvalidFileException invalid = catchThrowableOfType(InvalidFileException.class, () -> read(yaml));
        assertThat(invalid).hasMessageStartingWith("Danh mục lĩnh vực hợp tác (");
        return invalid.errors();
    }

    private static CooperationFields read(String yaml) {
        return new CooperationFields(new ByteArrayResource(yaml.getBytes(UTF_8)));
    }
}
