package vn.lienket.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static vn.lienket.content.Inspections.assertRefused;
import static vn.lienket.content.Inspections.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienket.document.SampleFiles;
import vn.lienket.problem.ProblemException;

class ZipInspectionTest {

    private static final String TOO_MUCH = "nội dung khi giải nén vượt giới hạn";
    private static final String DAMAGED = "tệp đã hỏng";

    @TempDir
    Path folder;

    @Test
    void whatOfficeProgramsWritePasses() {
        assertThatCode(() -> {
                    document(SampleFiles.docx());
                    document(SampleFiles.xlsx());
                    document(HostileFiles.word("<w:document xmlns:w=\"w\"/>"));
                })
                .doesNotThrowAnyException();
    }

    /** The library writes its sheet in the 64-bit format, as it does not know how long it will be. */
    @Test
    void aRegistryOf65000EnterprisesPassesAsATableButIsTooLongForASmallerLimit() throws IOException {
        byte[] registry = registry(65_000);

        assertThatCode(() -> Inspections.table(registry)).doesNotThrowAnyException();
        assertRefused(
                () -> document(Inspections.with(Map.of("lienket.content.max-part", "5MB")), registry),
                TOO_MUCH + " 5 MB");
    }

    @Test
    void theBombIsRefusedWithinASecondInAHeapThatCouldNotHoldIt() throws Exception {
        byte[] bomb = HostileFiles.bomb(300);
        assertThat(bomb).hasSizeLessThan(400_000);
        Path file = Files.write(folder.resolve("bomb.docx"), bomb);

        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Look.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(java.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(java.exitValue()).as(said).isZero();
        assertThat(said).contains(TOO_MUCH + " 2 MB");
        assertThat(Duration.ofMillis(
                        Long.parseLong(said.strip().substring(said.strip().lastIndexOf(' ') + 1))))
                .isLessThan(Duration.ofSeconds(1));
    }

    /** Inspects the named file, and says the refusal and the milliseconds of work that it took, however busy the machine is. */
    static final class Look {

        public static void main(String[] arguments) throws IOException {
            FileInspection inspection = Inspections.STANDARD;
            ThreadMXBean work = ManagementFactory.getThreadMXBean();
            long start = work.getCurrentThreadCpuTime();
            try {
                inspection.document(Path.of(arguments[0]));
            } catch (ProblemException e) {
                System.out.println(e.getMessage() + " " + (work.getCurrentThreadCpuTime() - start) / 1_000_000);
            }
        }
    }

    @Test
    void limitsCountWhatComesOutWhateverTheHeadersClaim() {
        String blanks = " ".repeat(11 << 20);
        byte[] tight = HostileFiles.word("<w:document xmlns:w=\"w\">" + blanks + "</w:document>");
        assertRefused(() -> document(tight), "nén chặt hơn 200 lần");
        // the size is the third of the 32-bit fields behind the check sum
        assertRefused(() -> document(HostileFiles.withField(HostileFiles.word("<w/>"), 24, 22, 1)), DAMAGED);
        assertRefused(() -> document(many(2_001)), "hơn 2.000 mục bên trong");
        assertRefused(
                () -> document(Inspections.with(Map.of("lienket.content.max-unpacked", "1MB")), many(1_500, 1_000)),
                TOO_MUCH + " 1 MB");
        assertRefused(
                () -> document(HostileFiles.office(
                        Map.of("word/_rels/document.xml.rels", "<Relationships>" + " ".repeat(3 << 20)))),
                TOO_MUCH + " 2 MB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../word/a.xml",
                "word/../../a.xml",
                "/word/a.xml",
                "word\\a.xml",
                "C:/a.xml",
                "word//a.xml",
                "word/./a.xml",
                "word/a\u0000.xml",
                "word/a\n.xml",
                "WORD/DOCUMENT.XML"
            })
    void anEntryWithANameThatLeadsElsewhereOrIsThereTwiceIsRefused(String name) {
        assertRefused(() -> document(HostileFiles.office(Map.of(name, "<a/>"))), "tên không hợp lệ hoặc trùng tên");
    }

    @ParameterizedTest
    @MethodSource
    void aZipFileThatCanBeReadInTwoWaysIsRefused(byte[] zip) {
        assertRefused(() -> document(zip), DAMAGED);
    }

    static Stream<byte[]> aZipFileThatCanBeReadInTwoWaysIsRefused() {
        byte[] good = HostileFiles.word("<w/>");
        byte[] otherName = new String(good, StandardCharsets.ISO_8859_1)
                .replaceFirst("word/document", "word/DOCUMENT")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] withoutDirectory = Arrays.copyOf(good, good.length - 40);
        return Stream.of(
                otherName,
                withoutDirectory,
                SampleFiles.continued(good, new byte[] {1}),
                SampleFiles.continued(good, good),
                // one entry fewer in the end record than there are
                shortened(good));
    }

    @Test
    void aPasswordOrAnUnknownMethodIsRefused() {
        byte[] good = HostileFiles.word("<w/>");
        assertRefused(() -> document(HostileFiles.withField(good, 8, 6, 9)), "đặt mật khẩu");
        assertRefused(() -> document(HostileFiles.withField(good, 10, 8, 12)), "nén bằng cách không được nhận");
    }

    @ParameterizedTest
    @MethodSource
    void xmlThatWouldFillAParsersMemoryIsRefused(String xml, String reason) {
        assertRefused(() -> document(HostileFiles.word(xml)), reason);
    }

    static Stream<Arguments> xmlThatWouldFillAParsersMemoryIsRefused() {
        StringBuilder names = new StringBuilder("<w>");
        for (int index = 0; index < 6_000; index++) {
            names.append("<n").append(index).append("/>");
        }
        return Stream.of(
                Arguments.of("<!DOCTYPE w [<!ENTITY a \"b\">]><w>&a;</w>", "DOCTYPE"),
                Arguments.of("<w>".repeat(600), DAMAGED),
                Arguments.of("<w><!--" + "<a>".repeat(400_000) + "--></w>", DAMAGED),
                Arguments.of("<w a=\"" + ">".repeat(5 << 20) + "\"/>", DAMAGED),
                Arguments.of(names.append("</w>").toString(), DAMAGED),
                Arguments.of("<?xml version=\"1.0\" encoding=\"UTF-7\"?><w/>", DAMAGED),
                Arguments.of("<\u0000w\u0000/\u0000>", DAMAGED));
    }

    private static byte[] shortened(byte[] zip) {
        byte[] changed = zip.clone();
        changed[zip.length - 22 + 10]--;
        return changed;
    }

    private static byte[] many(int entries) {
        return many(entries, 1);
    }

    private static byte[] many(int entries, int size) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (int index = 0; index < entries; index++) {
            parts.put("word/media/%d.txt".formatted(index), "x".repeat(size));
        }
        return HostileFiles.zip(parts);
    }

    private static byte[] registry(int rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SXSSFWorkbook workbook = new SXSSFWorkbook()) {
            SXSSFSheet sheet = workbook.createSheet("Doanh nghiệp");
            for (int index = 0; index < rows; index++) {
                SXSSFRow row = sheet.createRow(index);
                List<String> cells = List.of(
                        String.valueOf(3_700_000_000L + index),
                        "Công ty TNHH Thương mại Dịch vụ số " + index,
                        "trade-services",
                        String.valueOf(index % 300));
                for (int column = 0; column < cells.size(); column++) {
                    row.createCell(column).setCellValue(cells.get(column));
                }
            }
            workbook.write(out);
        }
        return out.toByteArray();
    }
}
