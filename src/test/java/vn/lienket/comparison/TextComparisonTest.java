package vn.lienket.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienket.comparison.Comparison.Block;
import vn.lienket.comparison.Comparison.Piece;
import vn.lienket.content.FileText;

/** What is told of two versions: {@code -}what is gone{@code -}, {@code +}what came{@code +}, {@code <} and {@code >} what moved. */
class TextComparisonTest {

    private static final long STEPS = 50_000_000;

    private static final String[] ARTICLES = {
        "Điều 1. Mục đích",
        "Các bên hợp tác phát triển hạ tầng số và dữ liệu dùng chung.",
        "Điều 2. Kinh phí",
        "Mỗi bên chi không quá 50.000.000 đồng trong năm 2026.",
        "Điều 3. Bảo mật",
        "Các bên bảo mật thông tin theo quy định của pháp luật về an toàn thông tin mạng.",
        "Điều 4. Hiệu lực",
        "Thỏa thuận có hiệu lực từ ngày ký đến hết ngày 31/12/2030."
    };

    @TempDir
    Path folder;

    @Test
    void aVersionThatSaysTheSameHasNoChange() {
        Comparison compared = compare(Versions.docx(ARTICLES), Versions.docx(ARTICLES));

        assertThat(compared.changes()).isZero();
        assertThat(compared.blocks()).hasSize(ARTICLES.length).allMatch(Block::same);
    }

    @Test
    void aChangedNumberIsOneWord() {
        Comparison compared =
                compare(Versions.docx(ARTICLES), Versions.docx(with(3, "50.000.000", "50.500.000", "2026", "2027")));

        assertThat(compared.changes()).isEqualTo(2);
        assertThat(told(compared, 3))
                .isEqualTo("Mỗi bên chi không quá -50.000.000- +50.500.000+ đồng trong năm -2026- +2027+.");
    }

    @Test
    void anAccentAloneIsAChangeAndHowItIsCodedIsNone() {
        Comparison compared = compare(
                Versions.docx("Bên A bán cho Bên B toàn bộ phần mềm."),
                Versions.docx("Bên A bàn cho Bên B toa\u0300n bo\u0323\u0302 pha\u0302\u0300n me\u0302\u0300m."));

        assertThat(told(compared)).isEqualTo("Bên A -bán- +bàn+ cho Bên B toàn bộ phần mềm.");
    }

    @Test
    void anInsertedArticleIsOneChange() {
        String[] more = inserted(4, "Điều 3. Nhân sự", "Mỗi bên cử một đầu mối phối hợp thực hiện.");
        more[6] = "Điều 4. Bảo mật";
        more[8] = "Điều 5. Hiệu lực";
        Comparison compared = compare(Versions.docx(ARTICLES), Versions.docx(more));

        assertThat(compared.changes()).isEqualTo(2);
        assertThat(told(compared))
                .contains("\nĐiều -4- +5+. Hiệu lực\n")
                .contains("+Mỗi bên cử một đầu mối phối hợp thực hiện.+")
                .doesNotContain("-Các bên bảo mật");
    }

    @Test
    void aDeletedArticleIsOneChange() {
        Comparison compared = compare(Versions.docx(ARTICLES), Versions.docx(without(4, 5)));

        assertThat(compared.changes()).isEqualTo(1);
        assertThat(told(compared))
                .contains("\n-Điều 3. Bảo mật-\n-Các bên bảo mật thông tin theo quy định của pháp luật")
                .endsWith("\nĐiều 4. Hiệu lực\n" + ARTICLES[7]);
    }

    @Test
    void aMovedArticleIsNotToldAsDeletedAndInserted() {
        Comparison compared = compare(
                Versions.docx(ARTICLES),
                Versions.docx(
                        ARTICLES[0],
                        ARTICLES[1],
                        "Điều 2. Bảo mật",
                        ARTICLES[5],
                        "Điều 3. Kinh phí",
                        ARTICLES[3],
                        ARTICLES[6],
                        ARTICLES[7]));

        assertThat(told(compared))
                .contains("\n>Điều -3- +2+. Bảo mật\n>" + ARTICLES[5])
                .contains("\n<" + ARTICLES[4] + "\n<" + ARTICLES[5])
                .contains("\nĐiều -2- +3+. Kinh phí\n" + ARTICLES[3])
                .doesNotContain("-Các", "+Các");
        assertThat(compared.changes()).isEqualTo(2);
        assertThat(compared.blocks().stream()
                        .filter(block -> block.kind() != Comparison.Kind.TEXT)
                        .map(Block::change)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void whereALineOfAPdfEndsIsNoChange() {
        Comparison compared = compare(Versions.pdf(150, ARTICLES), Versions.pdf(70, ARTICLES));

        assertThat(told(compared)).doesNotContain("-Các", "+");
        assertThat(compared.changes()).isZero();
    }

    @Test
    void aWordThatALineOfAPdfPartedAtAHyphenIsWhole() {
        Comparison compared = compare(
                Versions.docx("Nền tảng infrastructure dùng chung theo Nghị định 30/2020/NĐ-CP của Chính phủ."),
                pdfOfLines("Nền tảng infra-\nstructure dùng chung theo Nghị định 30/2020/NĐ-\nCP của Chính phủ."));

        assertThat(told(compared))
                .isEqualTo("Nền tảng infrastructure dùng chung theo Nghị định 30/2020/NĐ-CP của Chính phủ.");
    }

    @Test
    void aPdfIsHeldAgainstADocx() {
        Comparison compared = compare(Versions.docx(ARTICLES), Versions.pdf(with(7, "31/12/2030", "30/06/2031")));

        assertThat(compared.changes()).isEqualTo(1);
        assertThat(told(compared)).endsWith("đến hết ngày -31/12/2030- +30/06/2031+.");
    }

    @Test
    void thePagesOfAPdfMayBreakElsewhereAndTheirNumbersAreNoText() {
        String[] many = IntStream.rangeClosed(1, 60)
                .mapToObj(i ->
                        "Khoản %d. Các bên trao đổi kết quả thực hiện định kỳ hằng quý và thống nhất kế hoạch kỳ sau."
                                .formatted(i))
                .toArray(String[]::new);
        Comparison compared = compare(Versions.pdf(160, many), Versions.pdf(120, many));

        assertThat(told(compared)).doesNotContain("+");
        assertThat(compared.changes()).isZero();
    }

    @Test
    void aCellOfATableIsHeldAgainstTheSameCell() {
        List<List<String>> before = List.of(List.of("Nội dung", "Kinh phí"), List.of("Đào tạo", "20.000.000"));
        List<List<String>> after = List.of(List.of("Nội dung", "Kinh phí"), List.of("Đào tạo", "25.000.000"));
        Comparison compared = compare(Versions.docx(before, ARTICLES), Versions.docx(after, ARTICLES));

        assertThat(compared.changes()).isEqualTo(1);
        assertThat(told(compared)).contains("\nĐào tạo\n-20.000.000-").contains("+25.000.000+");
    }

    @Test
    void aTextInThePlaceOfAnotherIsReplacedAsAWhole() {
        Comparison compared = compare(
                Versions.docx(ARTICLES),
                Versions.docx(
                        "Hợp đồng thuê nhà số 5 giữa ông An và bà Bình, lập tại Tây Ninh.",
                        "Tiền thuê trả vào đầu tháng, chậm trả thì chịu lãi."));

        assertThat(compared.changes()).isEqualTo(1);
        assertThat(told(compared))
                .startsWith("-Điều 1. Mục đích-\n")
                .endsWith("+Tiền thuê trả vào đầu tháng, chậm trả thì chịu lãi.+");
    }

    @Test
    void whatTakesTooManyStepsIsToldAsReplaced() {
        List<String> before = words("trước", 3_000);
        List<String> after = words("sau", 3_000);

        Comparison compared = TextComparison.of(before, after, 10_000);

        assertThat(compared.changes()).isEqualTo(1);
        assertThat(compared.blocks()).hasSize(6_000);
    }

    private static List<String> words(String word, int count) {
        return IntStream.range(0, count).mapToObj(i -> "chung " + word + i).toList();
    }

    private static String[] with(int position, String... changes) {
        String[] changed = ARTICLES.clone();
        for (int i = 0; i < changes.length; i += 2) {
            changed[position] = changed[position].replace(changes[i], changes[i + 1]);
        }
        return changed;
    }

    private static String[] inserted(int position, String... paragraphs) {
        List<String> all = new ArrayList<>(List.of(ARTICLES));
        all.addAll(position, List.of(paragraphs));
        return all.toArray(String[]::new);
    }

    private static String[] without(Integer... positions) {
        return IntStream.range(0, ARTICLES.length)
                .filter(i -> !List.of(positions).contains(i))
                .mapToObj(i -> ARTICLES[i])
                .toArray(String[]::new);
    }

    /** One paragraph of which the lines end where they are told to. */
    private static byte[] pdfOfLines(String lines) {
        return Versions.pdf(160, lines);
    }

    private Comparison compare(byte[] before, byte[] after) {
        return TextComparison.of(paragraphs(before), paragraphs(after), STEPS);
    }

    private List<String> paragraphs(byte[] file) {
        try {
            Path path = Files.write(folder.resolve("file"), file);
            return FileText.paragraphs(path, file[0] == '%' ? Versions.PDF : Versions.DOCX, 100_000);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String told(Comparison compared, int block) {
        return told(compared.blocks().get(block));
    }

    private static String told(Comparison compared) {
        return compared.blocks().stream().map(TextComparisonTest::told).collect(Collectors.joining("\n"));
    }

    private static String told(Block block) {
        String mark = switch (block.kind()) {
            case TEXT -> "";
            case MOVED_HERE -> ">";
            case MOVED_AWAY -> "<";
        };
        return mark + block.pieces().stream().map(TextComparisonTest::told).collect(Collectors.joining());
    }

    private static String told(Piece piece) {
        String mark = switch (piece.kind()) {
            case SAME -> "";
            case ADDED -> "+";
            case REMOVED -> "-";
        };
        return mark + piece.text() + mark;
    }
}
