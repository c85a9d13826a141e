package vn.lienket.content;

import static org.assertj.core.api.Assertions.assertThatCode;
import static vn.lienket.content.HostileFiles.field;
import static vn.lienket.content.HostileFiles.related;
import static vn.lienket.content.HostileFiles.word;
import static vn.lienket.content.Inspections.assertRefused;
import static vn.lienket.content.Inspections.document;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldInspectionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///c:/windows/system32/calc.exe",
                "javascript:alert(1)",
                "java&#10;script:alert(1)",
                "ms-msdt:/id PCWDiagnostic",
                "search-ms:query=a",
                "data:text/html,a",
                "vbscript:a",
                "\\\\\\\\host\\\\share",
                "//host/share",
                "other.docx",
                "tel:1"
            })
    void aLinkToAnythingButAWebPageOrAMailIsRefused(String target) {
        String plain = target.replace("\\\\", "\\");
        for (byte[] file : List.of(
                related("hyperlink", plain, true),
                word("<w:document xmlns:w=\"w\"><w:fldSimple w:instr='HYPERLINK \"" + target + "\"'/></w:document>"),
                word(field("<w:instrText>HYPERLINK \"" + target + "\" \\o \"https://example.vn\"</w:instrText>")),
                word(field("<w:instrText>HYPER</w:instrText></w:r><w:r><w:instrText>LINK \\h </w:instrText></w:r>"
                        + "<w:r><w:instrText>\"" + target.substring(0, 3) + "</w:instrText></w:r><w:r><w:instrText>"
                        + target.substring(3) + "\"</w:instrText>")),
                word(field("<w:instrText>HYPERLINK " + " ".repeat(5_000) + target + "</w:instrText>")),
                word(field("<w:delInstrText>hyperlink \\l \"a\" \"" + target + "\"</w:delInstrText>")))) {
            assertRefused(() -> document(file), "siêu liên kết không phải http, https hay mailto");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INCLUDE \"c:\\\\a\"",
                "INCLUDETEXT \"https://evil.example/a\"",
                "RD \"c:\\\\a.docx\"",
                "MACROBUTTON Run here",
                "DATABASE \\d a",
                "IMPORT a.png",
                "LINK Excel.Sheet.8 a",
                "EMBED Package",
                "CONTROL Forms.TextBox.1",
                "PRINT 27",
                "HTMLCONTROL a",
                "NEWFIELD"
            })
    void aFieldThatIsNotKnownToShowOnlyTheDocumentIsRefused(String instruction) {
        for (byte[] file : List.of(
                word(field("<w:instrText> " + instruction + "</w:instrText>")),
                word(field("<w:delInstrText>" + instruction + "</w:delInstrText>")),
                word(field("<w:instrText>" + " ".repeat(5_000) + instruction + "</w:instrText>")),
                word(field("<w:instrText><![CDATA[" + " ".repeat(5_000) + instruction + "]]></w:instrText>")))) {
            assertRefused(() -> document(file), "nội dung chủ động");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // what Word passes over would make it look like another
                "<w:instrText>HYPERLINK \"</w:instrText><o:instrText xmlns:o='o'>https://a</o:instrText>",
                "<w:instrText>HYPERLINK \"<o:a xmlns:o='o'>https://a</o:a>file:///a</w:instrText>",
                "<o:fldChar xmlns:o='o' o:fldCharType='end'/><w:instrText>DDE a</w:instrText>",
                "<w:a xmlns:w='o'><w:fldChar w:fldCharType='end'/></w:a><w:instrText>DDE a</w:instrText>",
                // of which one of the two is shown
                "<w:instrText>HYPERLINK </w:instrText><mc:AlternateContent/>",
                "<w:instrText>HYPERLINK \"</w:instrText><w:delInstrText>https://a</w:delInstrText>",
                "<w:instrText>HYPERLINK \"</w:instrText><w:r><w:fldChar w:fldCharType='begin'/></w:r>",
                "<w:instrText>HYPERLINK \"https://a\" </w:instrText><w:r><w:fldChar w:fldCharType='begin'/></w:r>"
            })
    void anInstructionThatIsPutTogetherOfWhatMayNotBeReadIsRefused(String instruction) {
        assertRefused(() -> document(word(field(instruction))), "ghép từ trường khác");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " HYPERLINK \"https://binhduong.gov.vn/a?b=1&amp;c=2\" ",
                " HYPERLINK \"mailto:a@example.vn\" \\o \"Gửi thư: a \\\"b\\\" \\h\" \\t \"_blank\" ",
                " HYPERLINK \\l \"_Toc123\" \\h ",
                " HYPERLINK \"#_Toc\"",
                " HYPERLINK https://example.vn/ \\* MERGEFORMAT",
                " TOC \\o \"1-3\" \\h \\z \\u ",
                " PAGE \\* MERGEFORMAT",
                " PAGEREF _Toc1 \\h ",
                " DATE \\@ \"dd/MM/yyyy\" ",
                " MERGEFIELD Ten ",
                " SEQ Bảng \\* ARABIC ",
                " STYLEREF \"Heading 1\" ",
                " FORMTEXT ",
                " ADDIN ZOTERO_ITEM CSL_CITATION {\"uri\":[\"file:///a\"]}",
                "=SUM(ABOVE) \\# \"#.##0\"",
                " REF bang1 \\h",
                ""
            })
    void anOrdinaryFieldPasses(String instruction) {
        String result = "</w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><mc:AlternateContent/>"
                + field("<w:instrText>PAGEREF _Toc1 \\h</w:instrText>") + "<w:r>";
        assertThatCode(() -> {
                    document(word(field("<w:instrText>" + instruction + "</w:instrText>" + result)));
                    document(word(field("<w:delInstrText>" + instruction + "</w:delInstrText>")));
                    document(word("<w:document xmlns:w='w'><w:fldSimple w:instr='" + instruction + "'/></w:document>"));
                })
                .doesNotThrowAnyException();
    }
}
