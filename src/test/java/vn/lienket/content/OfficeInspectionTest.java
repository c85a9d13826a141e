package vn.lienket.content;

import static org.assertj.core.api.Assertions.assertThatCode;
import static vn.lienket.content.HostileFiles.contentTypes;
import static vn.lienket.content.HostileFiles.field;
import static vn.lienket.content.HostileFiles.office;
import static vn.lienket.content.HostileFiles.related;
import static vn.lienket.content.HostileFiles.relationships;
import static vn.lienket.content.HostileFiles.word;
import static vn.lienket.content.Inspections.assertRefused;
import static vn.lienket.content.Inspections.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienket.document.SampleFiles;

class OfficeInspectionTest {

    private static final String LINKS_ELSEWHERE = "liên kết tới tệp khác";

    @ParameterizedTest
    @MethodSource
    void whatRunsOrFetchesIsRefusedAndNamed(byte[] file, String named) {
        assertRefused(() -> document(file), named);
    }

    static Stream<Arguments> whatRunsOrFetchesIsRefusedAndNamed() {
        return Stream.of(
                Arguments.of(SampleFiles.docm(), "macro"),
                Arguments.of(SampleFiles.xlsm(), "macro"),
                Arguments.of(office(Map.of("word/vbaProject.bin", "x")), "macro"),
                Arguments.of(related("vbaProject", "anything.bin", false), "macro"),
                Arguments.of(typed("application/vnd.ms-excel.macrosheet+xml"), "macro"),
                Arguments.of(related("attachedTemplate", "https://evil.example/t.dotm", true), "attachedTemplate"),
                Arguments.of(related("attachedTemplate", "file:///c:/t.dotm", true), "attachedTemplate"),
                Arguments.of(related("image", "http://evil.example/a.png", true), "ảnh liên kết ngoài"),
                Arguments.of(related("hyperlink", "javascript:alert(1)", true), "siêu liên kết"),
                Arguments.of(related("hyperlink", "file://server/share", true), "siêu liên kết"),
                Arguments.of(related("oleObject", "https://evil.example/x.html", true), LINKS_ELSEWHERE),
                Arguments.of(related("oleObject", "embeddings/oleObject1.bin", false), "OLE"),
                Arguments.of(related("frame", "https://evil.example/", true), LINKS_ELSEWHERE),
                Arguments.of(related("settings", "mhtml:https://evil.example/", false), LINKS_ELSEWHERE),
                Arguments.of(related("package", "embeddings/a.xlsx", false), "tệp nhúng"),
                Arguments.of(related("control", "activeX/activeX1.xml", false), "ActiveX"),
                Arguments.of(related("aFChunk", "a.rtf", false), "altChunk"),
                Arguments.of(typed("application/vnd.ms-office.activeX+xml"), "ActiveX"),
                Arguments.of(
                        typed("application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"),
                        LINKS_ELSEWHERE),
                Arguments.of(
                        typed("application/vnd.openxmlformats-officedocument.spreadsheetml.connections+xml"),
                        "kết nối dữ liệu ngoài"),
                Arguments.of(
                        office(Map.of("xl/externalLinks/externalLink1.xml", "<e><ddeLink ddeService=\"cmd\"/></e>")),
                        "DDE"),
                Arguments.of(
                        word("<w:d xmlns:w=\"w\"><w:fldSimple w:instr=\" ddeauto c:\\\\windows\\\\cmd.exe\"/></w:d>"),
                        "trường DDE"),
                Arguments.of(word(field("<w:instrText> DDEAUTO c:\\cmd.exe</w:instrText>")), "trường DDE"),
                Arguments.of(
                        word(
                                field(
                                        "<w:instrText>D</w:instrText></w:r><w:r><w:instrText>D</w:instrText><w:instrText>&#69; x</w:instrText>")),
                        "trường DDE"),
                Arguments.of(word(field("<x:instrText><![CDATA[DDE]]></x:instrText>")), "trường DDE"),
                // a comment that only seems to be over would hide what follows it
                Arguments.of(
                        word(field("<!---> <![CDATA[ --><w:instrText>DDE</w:instrText><!-- ]]> -->")), "trường DDE"),
                Arguments.of(word(field("<!-- > ' --><w:instrText a='>'>DDE</w:instrText>")), "trường DDE"),
                Arguments.of(word(field(field("<w:instrText>QUOTE 68 68 69</w:instrText>"))), "ghép từ trường khác"),
                Arguments.of(
                        word(field("<w:instrText>INCLUDEPICTURE \"http://evil.example/a\"</w:instrText>")),
                        "ảnh liên kết ngoài"));
    }

    @ParameterizedTest
    @MethodSource
    void aPartIsKnownByWhatIsInItAndByWhatRefersToItWhateverItsTypeSays(
            String name, String content, String relationship, String named) {
        assertRefused(() -> document(office(Map.of(name, content))), named);
        assertRefused(() -> document(office(Map.of("xl/anything.xml", content))), named);
        assertRefused(() -> document(related(relationship, "anything.xml", false)), named);
    }

    static Stream<Arguments> aPartIsKnownByWhatIsInItAndByWhatRefersToItWhateverItsTypeSays() {
        return Stream.of(
                Arguments.of("xl/connections.xml", "<x:connections xmlns:x='x'/>", "connections", "kết nối dữ liệu"),
                Arguments.of("xl/queryTables/queryTable1.xml", "<queryTable/>", "queryTable", "kết nối dữ liệu"),
                Arguments.of("xl/externalLinks/externalLink1.xml", "<externalLink/>", "externalLink", LINKS_ELSEWHERE),
                Arguments.of("customUI/customUI14.xml", "<customUI onLoad='a'/>", "ui/extensibility", "customUI"),
                Arguments.of(
                        "userCustomization/a.xml", "<m:customUI xmlns:m='m'/>", "ui/userCustomization", "customUI"),
                Arguments.of("xl/macrosheets/sheet1.xml", "<xm:macrosheet/>", "xlMacrosheet", "macro"));
    }

    @Test
    void anAddressThatIsThereTwiceIsRefused() {
        String both = "<Relationships xmlns:o='o'><Relationship Type='a/hyperlink' TargetMode='External'"
                + " Target='file:///a' o:Target='https://a'/></Relationships>";
        assertRefused(() -> document(office(Map.of("word/_rels/document.xml.rels", both))), "tệp đã hỏng");
    }

    @Test
    void aDrawingThatLeadsOrFetchesElsewhereIsRefused() {
        assertRefused(
                () -> document(word("<w:document><v:shape href='file:///a'/></w:document>")), "siêu liên kết không");
        assertRefused(
                () -> document(word("<w:document><v:imagedata src='https://evil.example/a'/></w:document>")),
                "ảnh liên kết ngoài");
        assertRefused(() -> document(word("<w:settings><w:connectString w:val='a'/></w:settings>")), "kết nối dữ liệu");
    }

    @ParameterizedTest
    @MethodSource
    void whatIsHarmlessPasses(byte[] file) {
        assertThatCode(() -> document(file)).doesNotThrowAnyException();
    }

    static Stream<byte[]> whatIsHarmlessPasses() throws IOException {
        return Stream.of(
                related("hyperlink", "https://binhduong.gov.vn/", true),
                related("hyperlink", "mailto:a@example.vn", true),
                related("image", "media/image1.png", false),
                word(field("<w:instrText> PAGE </w:instrText>")),
                word(field("<w:instrText>= </w:instrText>" + field("<w:instrText>PAGE</w:instrText>")
                        + "<w:instrText>+1</w:instrText>")),
                word("<w:document xmlns:w=\"w\"><w:t>DDEAUTO trong văn bản thường</w:t></w:document>"),
                word(
                        "<w:document xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'><m:f><m:num><m:t>"
                                + "x|y</m:t></m:num></m:f></w:document>"),
                word("<w:document><c:f>'[Chart in Microsoft Word]Sheet1'!$A$1</c:f><c:f>[Sổ.xlsx]A!$A$1</c:f>"
                        + "<v:shape href='https://example.vn/'/><v:imagedata href='cid:a@b' src=''/></w:document>"),
                office(Map.of("word/media/image1.svg", "<svg><image xlink:href='data:image/png;base64,AA'/></svg>")),
                documentAsPeopleMakeThem(),
                withChart());
    }

    @Test
    void everythingThatWasFoundIsNamed() {
        assertRefused(
                () -> document(office(Map.of(
                        "word/vbaProject.bin",
                        "x",
                        "word/_rels/document.xml.rels",
                        relationships("image", "http://evil.example/a.png", true)))),
                "; ");
    }

    private static byte[] typed(String contentType) {
        return office(Map.of(
                "[Content_Types].xml",
                contentTypes("<Override PartName=\"/word/a.bin\" ContentType=\"" + contentType + "\"/>")));
    }

    private static byte[] documentAsPeopleMakeThem() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createTOC();
            document.createParagraph()
                    .createHyperlinkRun("https://binhduong.gov.vn/")
                    .setText("Trang");
            document.createFooter(HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .getCTP()
                    .addNewFldSimple()
                    .setInstr(" PAGE \\* MERGEFORMAT ");
            document.write(out);
        }
        return out.toByteArray();
    }

    /** Its numbers lie in a workbook inside of the document. */
    private static byte[] withChart() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            XWPFChart chart = document.createChart();
            chart.getWorkbook().createSheet("Số liệu");
            document.write(out);
        } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
            throw new IOException(e);
        }
        return out.toByteArray();
    }
}
