package vn.lienket.enterprise.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as office programs write them, and as they should not be. */
class TableTest {

    @TempDir
    private Path folder;

    @Nested
    class Csv {

        @ParameterizedTest
        @ValueSource(strings = {",", ";"})
        void theHeaderTellsWhatDividesTheCells(String separator) {
            Content content = csv("a%1$sb%1$sc\n1%1$s2%1$s3\n".formatted(separator));

            assertThat(content.header()).containsExactly("a", "b", "c");
            assertThat(content.rows()).containsExactly(row(2, "1", "2", "3"));
        }

        @Test
        void theOtherSignInsideOfACellDividesNothing() {
            assertThat(csv("\"a;b;c\",d\nmột; hai,ba\n").rows()).containsExactly(row(2, "một; hai", "ba"));
        }

        @Test
        void aByteOrderMarkIsNoPartOfTheFirstName() {
            assertThat(csv("\uFEFFtaxCode,b\n1,2").header()).containsExactly("taxCode", "b");
            assertThat(csv("\uFEFF\"taxCode\",b\n1,2").header()).containsExactly("taxCode", "b");
        }

        @Test
        void aRowIsCalledByTheLineWhereItBegins() {
            assertThat(csv("a,b\r\n1,\"x\r\ny\nz\"\r\n\r\n2,\"nói \"\"thật\"\"\"\r\n")
                            .rows())
                    .containsExactly(row(2, "1", "x\r\ny\nz"), row(6, "2", "nói \"thật\""));
        }

        @Test
        void blankRowsAreNoneAndEmptyCellsAreEmpty() {
            assertThat(csv("a,b\n\n , \n,\n1,\n").rows()).containsExactly(row(5, "1", null));
        }

        @Test
        void emptyColumnsAtTheEndAreNone() {
            Content content = csv("a;b;;\n1;2;;\n1;;;\n1;2;3;\n");

            assertThat(content.header()).containsExactly("a", "b");
            assertThat(content.rows()).containsExactly(row(2, "1", "2"), row(3, "1", null), row(4, "1", "2", "3"));
        }

        @Test
        void rowsKeepTheNumberOfTheirCells() {
            assertThat(csv("a,b\n1\n1,2,3\n").rows()).containsExactly(row(2, "1"), row(3, "1", "2", "3"));
        }

        @ParameterizedTest
        @CsvSource({"windows-1258", "UTF-16LE", "UTF-16"})
        void anotherEncodingIsRefusedBeforeTheFirstRow(String charset) {
            String text = "a,b\n" + "1,2\n".repeat(100_000) + "Công ty Ánh Sáng,2\n";
            byte[] bytes = text.getBytes(Charset.forName(charset));

            assertUnreadable(() -> open(bytes), "UTF-8");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a,b\n1,2\n3,\"x", "a,b\n1,2\n3,\"x\"y\n"})
        void whatBreaksTheRulesStopsThereAndSaysWhere(String text) {
            try (Table table = open(text.getBytes(StandardCharsets.UTF_8))) {
                assertThat(table.next()).contains(row(2, "1", "2"));
                assertUnreadable(table::next, "sau dòng 2");
            }
        }

        @Test
        void aQuoteLeftOpenDoesNotSwallowTheFileIntoMemory() {
            try (Table table = open(("a,b\n1,\"x" + "y".repeat(5_000_000)).getBytes(StandardCharsets.UTF_8))) {
                assertUnreadable(table::next, "sau dòng 1");
            }
        }
    }

    @Nested
    class Xlsx {

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void readsTextNumbersAndBooleansWhereverTextIsKept(boolean sharedStrings) {
            Content content = xlsx(new SXSSFWorkbook(null, 100, true, sharedStrings), sheet -> {
                fill(sheet, 0, "a", "b", "c", "d");
                fill(sheet, 1, "Công ty Ánh Sáng", 3_700_145_020d, true, "0300588569");
                fill(sheet, 2, "Công ty Ánh Sáng", 1.5, false, " ");
            });

            assertThat(content.header()).containsExactly("a", "b", "c", "d");
            assertThat(content.rows())
                    .containsExactly(
                            row(2, "Công ty Ánh Sáng", "3700145020", true, "0300588569"),
                            row(3, "Công ty Ánh Sáng", "1.5", false, null));
        }

        @Test
        void emptyRowsAndFormattedEmptyCellsAreNothing() {
            Content content = xlsx(new XSSFWorkbook(), sheet -> {
                CellStyle style = sheet.getWorkbook().createCellStyle();
                fill(sheet, 2, "a", "b");
                sheet.getRow(2).createCell(4).setCellStyle(style);
                sheet.createRow(4).createCell(0).setCellStyle(style);
                fill(sheet, 6, null, "x");
                sheet.getRow(6).createCell(5).setCellStyle(style);
                fill(sheet, 7, "y");
            });

            assertThat(content.header()).containsExactly("a", "b");
            assertThat(content.rows()).containsExactly(row(7, null, "x"), row(8, "y", null));
        }

        @Test
        void aCellBesideTheColumnsIsSeen() {
            assertThat(xlsx(new XSSFWorkbook(), sheet -> {
                                fill(sheet, 0, "a", "b");
                                fill(sheet, 1, "1", null, "x");
                            })
                            .rows())
                    .containsExactly(row(2, "1", null, "x"));
        }

        @Test
        void aFormulaCountsWithTheValueThatWasSaved() {
            Content content = xlsx(new XSSFWorkbook(), sheet -> {
                fill(sheet, 0, "a", "b", "c", "d");
                Row row = sheet.createRow(1);
                row.createCell(0).setCellFormula("1+2");
                row.createCell(1).setCellFormula("\"Công \"&\"ty\"");
                row.createCell(2).setCellFormula("1=1");
                row.createCell(3).setCellFormula("1/0");
                sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
                fill(sheet, 2, "x");
                sheet.getRow(2).createCell(1).setCellFormula("1+2");
            });

            assertThat(content.rows().get(0))
                    .isEqualTo(row(2, "3", "Công ty", true, new CellProblem("#DIV/0!", "ô có lỗi #DIV/0!")));
            assertThat(content.rows().get(1).cells().get(1))
                    .isInstanceOfSatisfying(
                            CellProblem.class,
                            problem -> assertThat(problem.reason()).contains("công thức chưa có giá trị"));
        }

        @Test
        void formattedTextIsItsLetters() {
            assertThat(xlsx(new XSSFWorkbook(), sheet -> {
                                fill(sheet, 0, "a");
                                XSSFRichTextString text = new XSSFRichTextString("Công ");
                                text.append("ty");
                                sheet.createRow(1).createCell(0).setCellValue(text);
                            })
                            .rows())
                    .containsExactly(row(2, "Công ty"));
        }

        @Test
        void onlyTheFirstSheetIsRead() {
            assertThat(xlsx(new XSSFWorkbook(), sheet -> {
                                fill(sheet, 0, "a");
                                fill(sheet.getWorkbook().createSheet("Ghi chú"), 0, "b");
                            })
                            .rows())
                    .isEmpty();
        }

        @Test
        void anEmptySheetHasNoHeader() {
            assertUnreadable(() -> xlsx(new XSSFWorkbook(), sheet -> {}), "không có dòng tiêu đề");
        }

        @Test
        void aFileUnderAPasswordIsToldFromABrokenOne() throws Exception {
            ByteArrayOutputStream encrypted = new ByteArrayOutputStream();
            try (POIFSFileSystem container = new POIFSFileSystem();
                    XSSFWorkbook workbook = new XSSFWorkbook()) {
                workbook.createSheet();
                Path plain = Files.createTempFile(folder, "plain", ".xlsx");
                Files.write(plain, bytes(workbook));
                Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
                encryptor.confirmPassword("mật khẩu");
                try (OPCPackage file = OPCPackage.open(plain.toFile())) {
                    file.save(encryptor.getDataStream(container));
                }
                container.writeFilesystem(encrypted);
            }

            assertUnreadable(() -> open(encrypted.toByteArray()), "mật khẩu");
        }

        @Test
        void halfAFileIsRefused() {
            byte[] whole = bytes(workbook(new XSSFWorkbook(), sheet -> fill(sheet, 0, "a")));
            assertUnreadable(() -> open(Arrays.copyOf(whole, whole.length / 2)), "đã hỏng");
        }
    }

    @Test
    void anEmptyFileIsRefused() {
        assertUnreadable(() -> open(new byte[0]), "không có nội dung");
        assertUnreadable(() -> open("\n\n".getBytes(StandardCharsets.UTF_8)), "không có dòng tiêu đề");
    }

    private record Content(List<String> header, List<TableRow> rows) {}

    private Content csv(String text) {
        return content(text.getBytes(StandardCharsets.UTF_8));
    }

    private Content xlsx(Workbook workbook, Consumer<Sheet> filling) {
        return content(bytes(workbook(workbook, filling)));
    }

    private static Workbook workbook(Workbook workbook, Consumer<Sheet> filling) {
        filling.accept(workbook.createSheet("Doanh nghiệp"));
        return workbook;
    }

    private Content content(byte[] file) {
        try (Table table = open(file)) {
            List<TableRow> rows = new ArrayList<>();
            for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
                rows.add(new TableRow(
                        row.get().line(),
                        row.get().cells().stream().map(TableTest::plain).toList()));
            }
            return new Content(table.header(), rows);
        }
    }

    private static Object plain(Object cell) {
        return cell instanceof BigDecimal number ? number.toPlainString() : cell;
    }

    private Table open(byte[] file) {
        try {
            Path path = Files.createTempFile(folder, "table", "");
            Files.write(path, file);
            return TableFormat.of(path).open(path);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void fill(Sheet sheet, int number, Object... values) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                Cell cell = row.createCell(i);
                if (values[i] instanceof Double value) {
                    cell.setCellValue(value);
                } else if (values[i] instanceof Boolean value) {
                    cell.setCellValue(value);
                } else {
                    cell.setCellValue(values[i].toString());
                }
            }
        }
    }

    private static byte[] bytes(Workbook workbook) {
        try (workbook;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static TableRow row(int line, Object... cells) {
        return new TableRow(line, Arrays.asList(cells));
    }

    private static void assertUnreadable(ThrowingCallable reading, String reason) {
        assertThatThrownBy(reading)
                .isInstanceOf(UnreadableTableException.class)
                .hasMessageContaining(reason)
                .hasMessageEndingWith(".");
    }
}
