package vn.lienket.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import vn.lienket.yaml.InvalidFileException;

/** Reading the list of personal data, and its paper in the documentation. */
class PersonalDataReaderTest {

    private static final Path PAPER = Path.of("src/site/markdown/personal-data.md");
    private static final String SAMPLE = """
            grounds:
              - {id: luat, name: Luật, says: Khung, certainty: R}
            data:
              - id: staff
                name: Người
                whose: Cán bộ
                what: Tên
                why: Giao việc
                grounds: [luat]
                kept: Mãi
                ends: Không
                columns: ["lienket.person: name, email", "act_id_user: last_"]
            harmless:
              - {why: Của tổ chức, columns: ["lienket.channel: name"]}
            elsewhere:
              - {name: Nhật ký, what: Mã người dùng}
            """;

    @Test
    void readsEveryField() {
        PersonalData list = read(SAMPLE);

        PersonalData.Category staff = list.data().get(0);
        assertThat(staff.grounds()).extracting(PersonalData.Ground::name).containsExactly("Luật");
        assertThat(staff.columns())
                .extracting(PersonalData.Column::toString)
                .containsExactly("lienket.person.name", "lienket.person.email", "act_id_user.last_");
        assertThat(list.harmless()).hasSize(1);
        assertThat(list.elsewhere()).hasSize(1);
        assertThat(list.columns()).hasSize(4);
    }

    /** Each row changes one line of the sample; the error must name the line it is in. */
    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            certainty: R             | certainty: X          | dòng 2: 'certainty' của căn cứ 'luat' là 'X', phải là W, S hoặc R
            grounds: [luat]          | grounds: [khac]       | dòng 9: loại dữ liệu 'staff' dẫn căn cứ 'khac' không có trong danh mục
            grounds: [luat]          | grounds: []           | dòng 9: loại dữ liệu 'staff' thiếu 'grounds'
            kept: Mãi                | keep: Mãi             | dòng 10: loại dữ liệu 'staff' có khoá lạ 'keep'
            'why: Giao việc'         | 'why: '               | dòng 8: loại dữ liệu 'staff' thiếu 'why'
            'lienket.channel: name'  | 'lienket.channel'     | dòng 14: 'lienket.channel' phải có dạng 'bảng: cột, cột'
            'lienket.channel: name'  | 'act_id_user: last_'  | dòng 14: cột act_id_user.last_ đã có ở dòng 12
            """)
    void tellsWhatIsWrongAndWhere(String from, String to, String error) {
        assertThat(SAMPLE).contains(from);

        InvalidFileException refused =
                catchThrowableOfType(InvalidFileException.class, () -> read(SAMPLE.replace(from, to)));

        assertThat(refused.errors()).contains(error);
    }

    /** Written anew by {@code -Dlienket.write-papers=true}. */
    @Test
    void thePaperInTheDocumentationSaysTheSame() throws IOException {
        String paper = paper(PersonalDataReader.read(new ClassPathResource("reference/personal-data.yaml")));
        if (Boolean.getBoolean("lienket.write-papers")) {
            Files.createDirectories(PAPER.getParent());
            Files.writeString(PAPER, paper);
        }

        assertThat(PAPER).exists().content().isEqualTo(paper);
    }

    private static PersonalData read(String yaml) {
        return PersonalDataReader.read(new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8), "thử"));
    }

    private static String paper(PersonalData list) {
        StringBuilder text = new StringBuilder("""
                # Dữ liệu cá nhân

                Viết ra từ `src/main/resources/reference/personal-data.yaml`; sửa ở tệp đó. Bản đang chạy hiện danh mục này ở `/admin/personal-data`.
                """);
        for (PersonalData.Category each : list.data()) {
            text.append("""

                    ## %s

                    | | |
                    | --- | --- |
                    | Của ai | %s |
                    | Gồm | %s |
                    | Để làm gì | %s |
                    | Căn cứ | %s |
                    | Giữ bao lâu | %s |
                    | Xóa thế nào | %s |
                    | Lưu ở | %s |
                    """.formatted(
                    each.name(),
                    each.whose(),
                    each.what(),
                    each.why(),
                    each.grounds().stream()
                            .map(ground -> "%s (%s)"
                                    .formatted(ground.name(), ground.certainty().label()))
                            .collect(Collectors.joining("; ")),
                    each.kept(),
                    each.ends(),
                    columns(each.columns())));
        }
        text.append("\n## Ngoài cơ sở dữ liệu\n\n");
        list.elsewhere().forEach(each -> text.append("- %s: %s\n".formatted(each.name(), each.what())));
        text.append("\n## Căn cứ\n\nChưa căn cứ nào được đối chiếu với công báo.\n\n");
        list.grounds()
                .forEach(each -> text.append("- %s: %s (%s)\n"
                        .formatted(each.name(), each.says(), each.certainty().label())));
        text.append("\n## Cột có tên giống dữ liệu cá nhân nhưng không phải\n\n");
        list.harmless().forEach(each -> text.append("- %s: %s\n".formatted(each.why(), columns(each.columns()))));
        return text.toString();
    }

    private static String columns(List<PersonalData.Column> columns) {
        return columns.stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
    }
}
