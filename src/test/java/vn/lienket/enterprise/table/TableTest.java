package vn.lienket.enterprise.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
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
import org.junit.jupiter.params.provider.EnumSource;
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
        void whatNobodySeesInAHeaderIsNoPartOfItsNames() {
            assertThat(csv("\uFEFF\uFEFFa,\u200Bb\u00A0,\"c\u2060\",x\u00ADd,\u00A0\n1,2,3,4")
                            .header())
                    .containsExactly("a", "b", "c", "xd");
            assertThat(csv("a b,c\n1,2").header()).containsExactly("a b", "c");
        }

        @Test
        void aCellWithNothingToSeeIsEmpty() {
            assertThat(csv("a,b\n\u00A0,\u200B\n1,\u00A0,\u00A0\n").rows()).containsExactly(row(3, "1", null));
        }

        @ParameterizedTest
        @ValueSource(strings = {"sep=;\n", "\uFEFFsep=;\r\n", "\uFEFF\uFEFFSEP=;\n", "\"sep=;\"\n"})
        void aLineForExcelSetsWhatDividesAndIsNoHeader(String line) {
            Content content = csv(line + "a,x;b,y\n1,5;2\n");

            assertThat(content.header()).containsExactly("a,x", "b,y");
            assertThat(content.rows()).containsExactly(row(3, "1,5", "2"));
        }

        @ParameterizedTest
        @ValueSource(strings = {",", "\t", "|", ":", "ˆ"})
        void suchALineSetsAnySign(String sign) {
            assertThat(csv("sep=%1$s\na%1$sb\n1%1$s2".formatted(sign)).rows()).containsExactly(row(3, "1", "2"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"sep=", "sep=;;", "sep;b", "xsep=;"})
        void onlySuchALineIsNoHeader(String header) {
            assertThat(csv(header + "\n1;2").header()).first().isEqualTo(header.split(";")[0]);
        }

        @Test
        void aLineForExcelAloneIsNoTable() {
            assertUnreadable(() -> csv("sep=;\n"), "không có dòng tiêu đề");
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

        @ParameterizedTest
        @EnumSource(
                value = SheetVisibility.class,
                names = {"HIDDEN", "VERY_HIDDEN"})
        void ofTheSheetsTheFirstThatPeopleSeeIsRead(SheetVisibility unseen) {
            Content content = xlsx(new XSSFWorkbook(), sheet -> {
                XSSFWorkbook workbook = (XSSFWorkbook) sheet.getWorkbook();
                fill(sheet, 0, "danh mục");
                fill(workbook.createSheet("Dữ liệu"), 0, "a");
                workbook.setActiveSheet(1);
                workbook.setSheetVisibility(0, unseen);
            });

            assertThat(content.header()).containsExactly("a");
        }

        @Test
        void aChartIsNoSheetOfRows() throws IOException {
            String chart = sheet("").replace("worksheet", "chartsheet");
            byte[] file = parts(
                    Map.of("charts", chart, "worksheets", sheet(rowOf("<c t=\"inlineStr\"><is><t>a</t></is></c>"))),
                    false);

            assertThat(content(file).header()).containsExactly("a");
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void escapedSignsAreTheSignsWhereverTextIsKept(boolean sharedStrings) {
            Content content = xlsx(new SXSSFWorkbook(null, 100, true, sharedStrings), sheet -> {
                fill(sheet, 0, "a_x000D_", "b");
                fill(sheet, 1, "Công ty_x000d_\nABC", "A_x005F_x000D_B");
                fill(sheet, 2, "_x00D4_ng_x0020_", "_x12_ x0041_ _xGGGG_");
                fill(sheet, 3, "x", "_x000A__x0009_");
            });

            assertThat(content.header()).containsExactly("a", "b");
            assertThat(content.rows())
                    .containsExactly(
                            row(2, "Công ty\r\nABC", "A_x000D_B"),
                            row(3, "Ông ", "_x12_ x0041_ _xGGGG_"),
                            row(4, "x", null));
        }

        @ParameterizedTest
        @CsvSource({
            "29999999999.999996, 30000000000",
            "30000000000.000004, 30000000000",
            "2.9999999999999996E10, 30000000000",
            "0.30000000000000004, 0.3",
            "30000000000.4, 30000000000.4",
            "9999999999999999, 9999999999999999",
            "3.70014502E9, 3700145020"
        })
        void aNumberIsWhatTheSheetShowsOfIt(String stored, String shown) throws IOException {
            assertThat(cells("<c><f>A1</f><v>%s</v></c><c t=\"n\"><v> %s </v></c>".formatted(stored, stored)))
                    .containsExactly(shown, shown);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "<c t=\"e\"><v>#N/A</v></c> | #N/A | ô có lỗi #N/A",
                    "<c><v>1,5</v></c> | 1,5 | không phải là số",
                    "<c><v>INF</v></c> | INF | không phải là số",
                    "<c><v>1E99</v></c> | 1E99 | số quá lớn hoặc quá nhỏ",
                    "<c><v>1E+2147483648</v></c> | 1E+2147483648 | số",
                    "<c t=\"b\"><v>x</v></c> | x | đúng hoặc sai",
                    "<c t=\"s\"><v>7</v></c> | 7 | chuỗi không có trong tệp",
                    "<c t=\"s\"><v>x</v></c> | x | chuỗi không có trong tệp",
                    "<c t=\"z\"><v>1</v></c> | 1 | kiểu “z”"
                })
        void aCellThatCannotBeReadIsTheProblemOfItsRowOnly(String cell, String text, String reason) throws IOException {
            assertThat(cells("<c><v>1</v></c>" + cell + "<c t=\"b\"><v>true</v></c>"))
                    .satisfiesExactly(
                            one -> assertThat(one).isEqualTo("1"),
                            other -> assertThat(other).isInstanceOfSatisfying(CellProblem.class, problem -> {
                                assertThat(problem.text()).isEqualTo(text);
                                assertThat(problem.reason()).contains(reason);
                            }),
                            last -> assertThat(last).isEqualTo(true));
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void neitherDoesATextThatIsTooLongStopTheFile(boolean sharedStrings) throws IOException {
            String text = "<t>" + new BigInteger(400_000, new Random(5)).toString(16) + "</t>";
            Map<String, String> sheets = sharedStrings
                    ? Map.of(
                            "sharedStrings",
                            "<sst><si>%s</si></sst>".formatted(text),
                            "worksheets",
                            sheet(rowOf("<c><v>1</v></c>") + rowOf("<c t=\"s\"><v>0</v></c>")))
                    : Map.of(
                            "worksheets",
                            sheet(rowOf("<c><v>1</v></c>") + rowOf("<c t=\"inlineStr\"><is>" + text + "</is></c>")));

            assertThat(content(parts(sheets, false)).rows().get(0).cells())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            CellProblem.class,
                            problem -> assertThat(problem.reason()).isEqualTo("quá dài"));
        }

        @Test
        void theStrictFormIsReadAsTheOther() throws IOException {
            String rows = rowOf("<c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><t>b</t></is></c>")
                    + rowOf("<c><v>1</v></c><c t=\"d\"><v>2026-11-28</v></c>");
            Content content = content(
                    parts(Map.of("sharedStrings", "<sst><si><t>a</t></si></sst>", "worksheets", sheet(rows)), true));

            assertThat(content.header()).containsExactly("a", "b");
            assertThat(content.rows()).containsExactly(row(2, "1", "2026-11-28"));
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

    /** The cells of one row, under a header of as many as it may have. */
    private List<Object> cells(String cells) throws IOException {
        String header = rowOf("<c t=\"inlineStr\"><is><t>a</t></is></c>");
        return content(parts(Map.of("worksheets", sheet(header + rowOf(cells))), false))
                .rows()
                .get(0)
                .cells();
    }

    private static String rowOf(String cells) {
        return "<row>" + cells + "</row>";
    }

    private static String sheet(String rows) {
        return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    }

    /** A workbook part by part, as no library writes it; a part is named like its relationship or in the plural. */
    private static byte[] parts(Map<String, String> parts, boolean strict) throws IOException {
        String main = strict
                ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
                : "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String relations = strict
                ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
                : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String opc = "http://schemas.openxmlformats.org/package/2006/";
        String relationship = "<Relationship Id=\"%s\" Type=\"" + relations + "/%s\" Target=\"%s.xml\"/>";
        StringBuilder listed = new StringBuilder();
        StringBuilder related = new StringBuilder();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> part : new TreeMap<>(parts).entrySet()) {
                String name = part.getKey();
                String root = part.getValue().replaceFirst("<(\\w+)>", "<$1 xmlns=\"" + main + "\">");
                entry(zip, "xl/" + name + ".xml", root);
                related.append(relationship.formatted(
                        name,
                        switch (name) {
                            case "charts" -> "chartsheet";
                            case "worksheets" -> "worksheet";
                            default -> name;
                        },
                        name));
                listed.append("<sheet name=\"%1$s\" sheetId=\"1\" n:id=\"%1$s\"/>".formatted(name));
            }
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"" + opc + "content-types\"><Default Extension=\"rels\""
                            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
            entry(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"" + opc + "relationships\">"
                            + relationship.formatted("w", "officeDocument", "xl/workbook") + "</Relationships>");
            entry(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + main + "\" xmlns:n=\"" + relations + "\"><sheets>" + listed
                            + "</sheets></workbook>");
            entry(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"" + opc + "relationships\">" + related + "</Relationships>");
        }
        return file.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
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
