package vn.lienket.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static vn.lienket.document.DocumentContext.QTSC_CHANNEL;
import static vn.lienket.document.DocumentContext.TAY_NINH_CHANNEL;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lienket.content.FileInspection;
import vn.lienket.content.FileText;
import vn.lienket.document.DocumentContext.SignedIn;
import vn.lienket.document.Documents;
import vn.lienket.document.SampleFiles;
import vn.lienket.engine.JobFailure;
import vn.lienket.problem.ProblemException;

@SpringBootTest(classes = LibraryContext.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LibraryTest {

    private static final String CASE = "H09-261123-0001";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    @Autowired
    Library library;

    @Autowired
    TextReader reader;

    @Autowired
    LibraryStore store;

    @Autowired
    FileInspection inspection;

    @Autowired
    Documents documents;

    @Autowired
    SignedIn signedIn;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @LocalServerPort
    int port;

    @BeforeEach
    void anEmptyLibrary() {
        signedIn.as("binhduong.officer1", TAY_NINH_CHANNEL, QTSC_CHANNEL);
        jdbc.sql("truncate lienket.library_entry, lienket.document_chunk, lienket.document, lienket.dossier cascade")
                .update();
        jdbc.sql("""
                        insert into lienket.dossier values
                        (?, 'transfer', 'Chuyển giao', ?, 'binhduong', 1, 'binhduong.officer1', now(), now())""").params(CASE, QTSC_CHANNEL).update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"đánh giá khu công nghệ", "danh gia khu cong nghe", "CÔNG NGHỆ, Đánh-giá", "đánh giá"})
    void wordsAreFoundWithAndWithoutAccents(String text) throws IOException {
        UUID pdf = added("Sổ tay", "it-park-operations", pdf("Bộ chỉ số đánh giá khu công nghệ thông tin tập trung"));
        UUID docx = added("Hướng dẫn", "it-park-operations", docx("Cách ĐÁNH GIÁ khu công nghệ thông tin"));
        added("Khác", "ioc", docx("Trung tâm điều hành"));

        assertThat(found(text)).containsExactlyInAnyOrder(pdf, docx);
    }

    @Test
    void accentsThatAreWrittenApartAreFoundToo() throws IOException {
        UUID apart = added("Sổ tay", "ioc", docx(Normalizer.normalize("Trung tâm điều hành", Normalizer.Form.NFD)));

        assertThat(found("điều hành")).containsExactly(apart);
        assertThat(matches("điều hành")).containsExactly("điều", "hành");
    }

    @ParameterizedTest
    @ValueSource(strings = {"thủ đức", "Thủ Ðức", "thu duc", "“Thủ\u00A0Đức”"})
    void lettersAreWhatTheyLookLike(String text) throws IOException {
        UUID eth = added("Sổ tay", "ioc", docx("Khu công nghệ Thủ Ðức"));

        assertThat(found(text)).containsExactly(eth);
    }

    @Test
    void everyWordMustBeThere() throws IOException {
        added("Sổ tay", "ioc", docx("Trung tâm điều hành"));

        assertThat(found("trung tâm")).hasSize(1);
        assertThat(found("trung tâm dữ liệu")).isEmpty();
        assertThat(found("!?")).as("no words do not restrict").hasSize(1);
    }

    @Test
    void theTitleWeighsMoreThanTheTextAndWordsThatStandTogetherMore() throws IOException {
        UUID apart = added("Một", "ioc", docx("Dữ kiện về hạ tầng và những điều khoản khác có liên quan: số liệu"));
        UUID together = added("Hai", "ioc", docx("Kho dữ liệu của tỉnh và những điều khoản khác có liên quan"));
        UUID titled = added("Dữ liệu mở", "ioc", docx("Nội dung"));

        assertThat(found("du lieu")).containsExactly(titled, together, apart);
    }

    @Test
    void theHeadlineShowsTheOriginalTextWithTheWordsInIt() throws IOException {
        added("Sổ tay", "ioc", docx("Bảng “chỉ số” R&D của Trung tâm điều hành thông minh tỉnh Bình Dương"));

        List<LibraryHit.Excerpt> headline = search("dieu hanh").items().get(0).headline();

        assertThat(headline)
                .contains(new LibraryHit.Excerpt("điều", true), new LibraryHit.Excerpt("hành", true))
                .extracting(LibraryHit.Excerpt::text)
                .anySatisfy(text -> assertThat(text).contains("“chỉ số” R&D của Trung tâm "));
    }

    @Test
    void aFieldRestrictsAndWithoutWordsTheNewestComesFirst() throws IOException {
        UUID first = added("Một", "ioc", docx("Một"));
        UUID second = added("Hai", "ioc", docx("Hai"));
        added("Ba", "mooc", docx("Ba"));

        LibraryPage ioc = library.search(new LibraryQuery(null, "ioc", null, 0, 1));

        assertThat(ioc.items()).extracting(hit -> hit.entry().id()).containsExactly(second);
        assertThat(ioc.items().get(0).headline()).isEmpty();
        assertThat(ioc.total()).isEqualTo(2);
        assertThat(library.search(new LibraryQuery("", "ioc", "", 1, 1)).items())
                .extracting(hit -> hit.entry().id())
                .containsExactly(first);
        assertThat(library.categories()).containsExactly("ioc", "mooc");
    }

    @Test
    void whoIsNotOfTheChannelSeesAndCountsNothing() throws IOException {
        UUID id = added("Sổ tay", "ioc", docx("Trung tâm điều hành"));
        signedIn.as("tayninh.officer1", TAY_NINH_CHANNEL);

        assertThat(search("trung tâm")).isEqualTo(new LibraryPage(List.of(), 0, 20, 0));
        assertThat(library.search(new LibraryQuery(null, null, QTSC_CHANNEL, 0, 20))
                        .total())
                .isZero();
        assertThat(library.categories()).isEmpty();
        assertThatThrownBy(() -> library.find(id)).hasMessage("Không có tài liệu này trong thư viện.");
        assertThatThrownBy(() -> library.find(UUID.randomUUID())).hasMessage("Không có tài liệu này trong thư viện.");
    }

    @Test
    void aFileThatCannotBeReadIsFoundByItsTitle() {
        UUID damaged = added("Sổ tay hỏng", "ioc", SampleFiles.pdf("không phải PDF"));
        UUID picture = added("Sổ tay chụp", "ioc", SampleFiles.png());

        assertThat(found("so tay")).containsExactlyInAnyOrder(damaged, picture);
        assertThat(search("so tay").items())
                .extracting(hit -> hit.entry().textState())
                .containsOnly(TextState.UNREADABLE);
        assertThat(search("so tay").items())
                .allSatisfy(hit -> assertThat(hit.headline()).isEmpty());
    }

    @Test
    void aFileThatANodeLeftIsReadByAnother() throws IOException {
        UUID id = added("Sổ tay", "ioc", docx("Trung tâm điều hành"));
        leave(id, 1);
        assertThat(found("trung tâm")).isEmpty();
        reader.read(id);

        assertThat(found("trung tâm")).containsExactly(id);
        reader.read(id);
        assertThat(found("trung tâm")).containsExactly(id);
    }

    @Test
    void aFileThatNoNodeSurvivesIsGivenUp() throws IOException {
        UUID id = added("Sổ tay", "ioc", docx("Trung tâm điều hành"));
        leave(id, 3);

        reader.read(id);

        assertThat(library.find(id).textState()).isEqualTo(TextState.UNREADABLE);
    }

    @Test
    void aFileThatTakesTooLongAsAWholeIsFoundByItsTitle() throws IOException {
        UUID id = added("Sổ tay", "ioc", docx("Trung tâm điều hành"));
        leave(id, 0);

        new TextReader(store, documents, new LibraryProperties(Duration.ZERO), inspection).read(id);

        assertThat(library.find(id).textState()).isEqualTo(TextState.UNREADABLE);
        assertThat(found("so tay")).containsExactly(id);
    }

    @Test
    void aPageThatDrawsOnAndOnIsLeftWhenItsTimeIsOver(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("a.pdf"), pdfThatDraws(10, 12));
        Thread reading = new Thread(() -> catchThrowable(() -> FileText.of(file, "application/pdf")));
        reading.start();
        reading.join(2_000);
        assertThat(reading.isAlive()).isTrue();

        reading.interrupt();
        reading.join(30_000);

        assertThat(reading.isAlive()).isFalse();
    }

    @Test
    void aTextWithMoreDifferentWordsThanAnIndexTakesIsFoundByItsTitle() throws IOException {
        StringBuilder words = new StringBuilder();
        for (int word = 0; words.length() < FileText.MAX; word++) {
            words.append((char) (0x4E00 + word / 10_000))
                    .append((char) (0x4E00 + word / 100 % 100))
                    .append((char) (0x4E00 + word % 100))
                    .append("\u7AE0 ");
        }
        UUID id = added("Từ điển", "ioc", docx(words.toString()));

        assertThat(library.find(id).textState()).isEqualTo(TextState.UNREADABLE);
        assertThat(found("từ điển")).containsExactly(id);
    }

    @Test
    void aFileThatFailsForNoFaultOfItsOwnWaitsForAnotherAttempt() throws IOException {
        UUID id = added("Sổ tay", "ioc", docx("Trung tâm điều hành"));
        leave(id, 0);
        jdbc.sql("alter table lienket.library_entry add constraint away check (text_state <> 'READ') not valid")
                .update();
        try {
            for (int attempt = 1; attempt <= 5; attempt++) {
                assertThatThrownBy(() -> reader.read(id))
                        .isInstanceOf(JobFailure.class)
                        .hasMessageStartingWith("Tệp “tep.docx” của thư viện chưa đọc được vì lỗi kỹ thuật: ");
            }
        } finally {
            jdbc.sql("alter table lienket.library_entry drop constraint away").update();
        }
        assertThat(library.find(id).textState()).isEqualTo(TextState.WAITING);

        reader.read(id);

        assertThat(found("trung tâm")).containsExactly(id);
    }

    @Test
    void aBookIsReadFromItsBeginning() throws IOException {
        added("Sách", "ioc", docx("Mở đầu " + "rất dài ".repeat(FileText.MAX / 8) + "kết thúc"));

        assertThat(found("mở đầu")).hasSize(1);
        assertThat(found("kết thúc")).isEmpty();
    }

    @Test
    void aCaseGivesADocumentOnce() throws IOException {
        UUID document =
                documents.store(docx("Nội dung"), "a.docx", QTSC_CHANNEL).id();
        Contribution contribution = new Contribution("Sổ tay", CASE, QTSC_CHANNEL, "ioc", "qtsc", document);
        add(contribution);
        add(contribution);

        assertThat(search(null).total()).isOne();
    }

    @Test
    void whatIsRolledBackOrOfAnotherChannelIsNotInTheLibrary() throws IOException {
        UUID document =
                documents.store(docx("Nội dung"), "a.docx", QTSC_CHANNEL).id();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            library.add(new Contribution("Sổ tay", CASE, QTSC_CHANNEL, "ioc", "qtsc", document));
            status.setRollbackOnly();
        });
        Contribution foreign = new Contribution("Sổ tay", CASE, TAY_NINH_CHANNEL, "ioc", "qtsc", document);
        assertThatThrownBy(() -> add(foreign)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> library.add(foreign)).isInstanceOf(IllegalTransactionStateException.class);

        assertThat(search(null).total()).isZero();
    }

    @Test
    void theApiAnswersWithNamesCaseAndDocument() throws Exception {
        UUID id = added("Sổ tay", "ioc", docx("Trung tâm điều hành"));

        JsonNode list =
                json.readTree(get("/api/v1/library", "text", "trung tam").body());

        assertThat(list.get("total").asInt()).isOne();
        JsonNode item = list.at("/items/0");
        assertThat(item.get("id").asText()).isEqualTo(id.toString());
        assertThat(item.get("caseCode").asText()).isEqualTo(CASE);
        assertThat(item.get("categoryName").asText()).isNotEqualTo("ioc");
        assertThat(item.at("/headline/0").toString()).isEqualTo("{\"text\":\"Trung\",\"match\":true}");
        assertThat(documents
                        .info(UUID.fromString(item.get("documentId").asText()))
                        .fileName())
                .isEqualTo(item.get("fileName").asText());
        assertThat(json.readTree(get("/api/v1/library/" + id).body())
                        .get("title")
                        .asText())
                .isEqualTo("Sổ tay");
    }

    @Test
    void theApiNamesTheFieldThatIsWrong() throws Exception {
        assertRefused(get("/api/v1/library", "size", "51"), 400, "size");
        assertRefused(get("/api/v1/library", "page", "-1"), 400, "page");
        assertRefused(get("/api/v1/library", "page", "x"), 400, "page");
        assertRefused(get("/api/v1/library", "text", "a".repeat(201)), 400, "text");
        assertThat(get("/api/v1/library/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        signedIn.out();
        assertThat(get("/api/v1/library").statusCode()).isEqualTo(403);
    }

    @Test
    void thePageMarksTheWordsAndEscapesTheText() throws Exception {
        added("Sổ tay <vận hành>", "ioc", docx("Bảng <script>alert(1)</script> của Trung tâm điều hành"));

        String page = get("/cases/library", "text", "trung tam").body();

        assertThat(page)
                .contains("1 tài liệu.", "<mark>Trung</mark> <mark>tâm</mark>", "Sổ tay &lt;vận hành&gt;", CASE)
                .contains("/api/v1/documents/", "value=\"trung tam\"")
                .doesNotContain("<script>alert");
        assertThat(get("/cases/library", "text", "khong co").body()).contains("Không có tài liệu nào.");
    }

    private UUID added(String title, String category, byte[] file) {
        UUID document = documents.store(file, "tep", QTSC_CHANNEL).id();
        add(new Contribution(title, CASE, QTSC_CHANNEL, category, "qtsc", document));
        UUID id = jdbc.sql("select id from lienket.library_entry where document_id = ?")
                .param(document)
                .query(UUID.class)
                .single();
        assertThat(library.find(id).textState()).isEqualTo(TextState.WAITING);
        reader.read(id);
        return id;
    }

    private void add(Contribution contribution) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> library.add(contribution));
    }

    /** As if so many nodes had died while they read the file. */
    private void leave(UUID id, int attempts) {
        jdbc.sql("update lienket.library_entry set text_state = 'WAITING', body = null, attempts = ? where id = ?")
                .params(attempts, id)
                .update();
    }

    private LibraryPage search(String text) {
        return library.search(new LibraryQuery(text, null, null, null, null));
    }

    private List<UUID> found(String text) {
        return search(text).items().stream().map(hit -> hit.entry().id()).toList();
    }

    private List<String> matches(String text) {
        return search(text).items().stream()
                .flatMap(hit -> hit.headline().stream())
                .filter(LibraryHit.Excerpt::match)
                .map(LibraryHit.Excerpt::text)
                .toList();
    }

    private HttpResponse<String> get(String path, String... parameters) throws Exception {
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString("http://localhost:" + port + path);
        for (int i = 0; i < parameters.length; i += 2) {
            address.queryParam(parameters[i], parameters[i + 1]);
        }
        URI uri = address.encode(StandardCharsets.UTF_8).build().toUri();
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private void assertRefused(HttpResponse<String> answer, int status, String field) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json.readTree(answer.body()).at("/errors/0/field").asText()).isEqualTo(field);
    }

    private static byte[] docx(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText(text);
            document.write(bytes);
        }
        return bytes.toByteArray();
    }

    /** A form that draws a form so many times, which draws another, so deep. */
    private static byte[] pdfThatDraws(int times, int depth) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDFormXObject form = new PDFormXObject(document);
            form.setResources(new PDResources());
            for (int level = 1; level <= depth; level++) {
                PDResources resources = new PDResources();
                String draw = "/%s Do ".formatted(resources.add(form).getName());
                form = new PDFormXObject(document);
                form.setResources(resources);
                try (OutputStream content = form.getContentStream().createOutputStream()) {
                    content.write(draw.repeat(times).getBytes(StandardCharsets.US_ASCII));
                }
            }
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(form);
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] pdf(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(
                        PDType0Font.load(
                                document,
                                new ClassPathResource("liberation/LiberationSerif-Regular.ttf").getInputStream()),
                        12);
                content.newLineAtOffset(50, 700);
                content.showText(text);
                content.endText();
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }
}
