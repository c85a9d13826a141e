package vn.lienket.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.lienket.document.DocumentContext.QTSC_CHANNEL;
import static vn.lienket.document.DocumentContext.TAY_NINH_CHANNEL;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.document.DocumentContext.SignedIn;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.ProblemException.Kind;

@SpringBootTest(
        classes = DocumentContext.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "lienket.document.max-size=4MB")
class DocumentsTest {

    private static final String CASE = "H09-261123-0001";

    @Autowired
    private Documents documents;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void signInAndOpenACase() {
        signedIn.as("binhduong.officer1", TAY_NINH_CHANNEL, QTSC_CHANNEL);
        jdbc.sql("truncate lienket.case_document, lienket.document_chunk, lienket.document, lienket.dossier cascade")
                .update();
        jdbc.sql("""
                        insert into lienket.dossier values
                        (?, 'agreement', 'Thỏa thuận', ?, 'binhduong', 1, 'binhduong.officer1', now(), now())""").params(CASE, TAY_NINH_CHANNEL).update();
    }

    @Test
    void aStoredFileComesBackByteForByte() throws Exception {
        byte[] content = SampleFiles.pdf(3 * (1 << 20) + 17);

        DocumentInfo stored =
                documents.store(new ByteArrayInputStream(content), "Thỏa thuận.pdf", TAY_NINH_CHANNEL, null);

        assertThat(stored.size()).isEqualTo(content.length);
        assertThat(stored.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        assertThat(stored.fileName()).isEqualTo("Thỏa thuận.pdf");
        assertThat(stored.uploadedBy()).isEqualTo("binhduong.officer1");
        assertThat(documents.info(stored.id())).isEqualTo(stored);
        assertThat(read(stored)).isEqualTo(content);
    }

    @Test
    void whatAJobMakesIsTheSystems() {
        signedIn.out();
        assertThat(documents.store(SampleFiles.pdf("a"), "a", TAY_NINH_CHANNEL).uploadedBy())
                .isEqualTo("system");
    }

    @Test
    void aReplacementIsTheNextVersion() {
        DocumentInfo first = pdf("a");
        DocumentInfo second = replacing(first.id(), TAY_NINH_CHANNEL);
        DocumentInfo third = replacing(second.id(), TAY_NINH_CHANNEL);

        assertThat(List.of(first.version(), second.version(), third.version())).containsExactly(1, 2, 3);
        assertThat(third.replaces()).isEqualTo(second.id());
        assertRefused(() -> replacing(first.id(), QTSC_CHANNEL), Kind.INVALID, "replaces");
        assertRefused(() -> replacing(UUID.randomUUID(), TAY_NINH_CHANNEL), Kind.INVALID, "replaces");
    }

    @ParameterizedTest
    @MethodSource
    void theContentNotTheNameTellsTheType(byte[] content, String sentAs, FileType type, String keptAs) {
        DocumentInfo stored = documents.store(content, sentAs, TAY_NINH_CHANNEL);
        assertThat(stored.mediaType()).isEqualTo(type.mediaType());
        assertThat(stored.fileName()).isEqualTo(keptAs);
        assertThat(documents.isPdf(stored.id())).isEqualTo(type == FileType.PDF);
    }

    static Stream<Arguments> theContentNotTheNameTellsTheType() {
        return Stream.of(
                Arguments.of(SampleFiles.pdf("a"), "a.docx", FileType.PDF, "a.pdf"),
                Arguments.of(behind("%%PRINT-JOB 17\r\n%%QUEUE van-thu\r\n"), "a.pdf", FileType.PDF, "a.pdf"),
                Arguments.of(behind("#".repeat(999) + "\n"), "a.pdf", FileType.PDF, "a.pdf"),
                Arguments.of(SampleFiles.docx(), "a.pdf", FileType.DOCX, "a.docx"),
                Arguments.of(SampleFiles.xlsx(), "a.pdf", FileType.XLSX, "a.xlsx"),
                Arguments.of(SampleFiles.png(), "a.pdf", FileType.PNG, "a.png"),
                Arguments.of(SampleFiles.jpeg(), "a.jpeg", FileType.JPEG, "a.jpeg"));
    }

    private static byte[] behind(String lines) {
        return (lines + new String(SampleFiles.pdf("a"), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aRefusalNamesTheFileAndWhatIsAcceptedInItsPlace() {
        assertThat(refusal("C:\\tải về\\Cài đặt.pdf", SampleFiles.exe()))
                .isEqualTo("Tệp “Cài đặt.pdf” không thuộc loại được nhận: PDF, DOCX, XLSX, PNG, JPEG,"
                        + " không có macro, không đặt mật khẩu.");
        assertThat(refusal("trống.pdf", new byte[0])).isEqualTo("Tệp “trống.pdf” không có nội dung.");
        assertThat(refusal("$1.pdf", SampleFiles.pdf(5 << 20))).isEqualTo("Tệp “$1.pdf” lớn hơn giới hạn 4 MB.");
        assertThat(refusal(null, new byte[0])).isEqualTo("Tệp không có nội dung.");
    }

    @Test
    void aFieldWithoutADocumentBidsToUploadOne() {
        for (String nothing : Arrays.asList(null, "", "  ")) {
            assertThatThrownBy(() -> documents.require("signedDocumentId", nothing, TAY_NINH_CHANNEL))
                    .hasMessage("Chưa có tệp: hãy tải tệp lên.");
        }
        assertThatThrownBy(() -> documents.require("signedDocumentId", "x", TAY_NINH_CHANNEL))
                .hasMessage("Tài liệu (signedDocumentId) không có trong kênh hợp tác của hồ sơ.");
    }

    private String refusal(String name, byte[] content) {
        return catchThrowableOfType(
                        ProblemException.class, () -> documents.check(new ByteArrayInputStream(content), name))
                .getMessage();
    }

    @ParameterizedTest
    @MethodSource
    void anythingElseIsRefusedWhateverItIsCalled(byte[] content) {
        assertRefused(() -> documents.store(content, "thoa-thuan.pdf", TAY_NINH_CHANNEL), Kind.INVALID, "file");
        assertThat(count("document")).isZero();
    }

    static Stream<byte[]> anythingElseIsRefusedWhateverItIsCalled() {
        return Stream.of(
                SampleFiles.exe(),
                SampleFiles.zip(),
                SampleFiles.html(),
                SampleFiles.svg(),
                SampleFiles.docm(),
                SampleFiles.xlsm(),
                behind("#".repeat(1100) + "\n"),
                behind("<html><script>alert(1)</script>"),
                "chỉ là chữ".getBytes(),
                new byte[0]);
    }

    @Test
    void aFileOfExactlyTheLimitIsStoredAndOneByteMoreIsNot() {
        int limit = 4 << 20;
        assertThat(documents
                        .store(SampleFiles.pdf(limit), "a", TAY_NINH_CHANNEL)
                        .size())
                .isEqualTo(limit);

        assertThatThrownBy(() -> documents.store(SampleFiles.pdf(limit + 1), "a", TAY_NINH_CHANNEL))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TOO_LARGE))
                .hasMessageContaining("4 MB");
        assertThat(count("document")).isEqualTo(1);
    }

    @Test
    void onlyMembersOfAKnownChannelStore() {
        signedIn.as("qtsc.officer1", QTSC_CHANNEL);
        assertRefused(() -> pdf("a"), Kind.FORBIDDEN, null);
        assertRefused(() -> documents.store(SampleFiles.pdf("a"), "a", "hanoi-hue"), Kind.INVALID, "channel");
        assertRefused(() -> documents.store(SampleFiles.pdf("a"), "a", null), Kind.INVALID, "channel");
    }

    @Test
    void aDocumentOfAnotherChannelReadsLikeNone() {
        DocumentInfo stored = pdf("a");
        signedIn.as("qtsc.officer1", QTSC_CHANNEL);

        ProblemException other = catchThrowableOfType(ProblemException.class, () -> documents.info(stored.id()));
        ProblemException none = catchThrowableOfType(ProblemException.class, () -> documents.info(UUID.randomUUID()));

        assertThat(other.kind()).isEqualTo(none.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(other).hasMessage(none.getMessage());
        assertRefused(() -> documents.writeTo(stored.id(), new ByteArrayOutputStream()), Kind.NOT_FOUND, null);
    }

    @Test
    void aDocumentContinuesOneWhoseBytesItBeginsWith() {
        byte[] first = SampleFiles.pdf((1 << 20) + 100);
        byte[] changed = SampleFiles.continued(first, SampleFiles.pdf("ký"));
        changed[(1 << 20) + 50] ^= 1;
        UUID original = store(first);
        UUID same = store(first);
        UUID little = store(SampleFiles.continued(first, SampleFiles.pdf("ký")));
        UUID much = store(SampleFiles.continued(first, SampleFiles.pdf(2 << 20)));
        UUID other = store(changed);

        assertThat(documents.continues(little, original)).isTrue();
        assertThat(documents.continues(much, original)).isTrue();
        assertThat(documents.continues(same, original)).isFalse();
        assertThat(documents.continues(original, little)).isFalse();
        assertThat(documents.continues(other, original)).isFalse();
        assertThat(documents.continues(much, little)).isFalse();
    }

    @Test
    void aFileThatEndsWithAChunkIsContinuedByTheNextOne() {
        byte[] whole = SampleFiles.pdf(1 << 20);
        assertThat(documents.continues(store(SampleFiles.continued(whole, new byte[1])), store(whole)))
                .isTrue();
    }

    @Test
    void aCaseCountsVersionsPerKindAndListsTheOldestFirst() {
        UUID draft = pdf("a").id();
        UUID revised = pdf("b").id();
        UUID signed = pdf("c").id();

        documents.attach(CASE, TAY_NINH_CHANNEL, "draft", draft);
        documents.attach(CASE, TAY_NINH_CHANNEL, "draft", revised);
        CaseDocument last = documents.attach(CASE, TAY_NINH_CHANNEL, "signed", signed);

        List<CaseDocument> all = documents.of(CASE);
        assertThat(all).extracting(CaseDocument::id).containsExactly(draft, revised, signed);
        assertThat(all).extracting(CaseDocument::kind).containsExactly("draft", "draft", "signed");
        assertThat(all).extracting(CaseDocument::version).containsExactly(1, 2, 1);
        assertThat(all).last().isEqualTo(last);
    }

    @Test
    void aDocumentOfAnotherChannelBelongsToNoCaseOfThisOne() {
        UUID other = documents.store(SampleFiles.pdf("a"), "a", QTSC_CHANNEL).id();
        assertRefused(() -> documents.attach(CASE, TAY_NINH_CHANNEL, "draft", other), Kind.INVALID, "draftDocumentId");
        assertRefused(
                () -> documents.require("signedDocumentId", other.toString(), TAY_NINH_CHANNEL),
                Kind.INVALID,
                "signedDocumentId");
        assertRefused(
                () -> documents.require("signedDocumentId", "bừa", TAY_NINH_CHANNEL), Kind.INVALID, "signedDocumentId");
        assertThat(documents
                        .require("signedDocumentId", other.toString(), QTSC_CHANNEL)
                        .id())
                .isEqualTo(other);
    }

    @Test
    void twoWhoAddAtOnceGetTwoVersions() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(2);
        CountDownLatch both = new CountDownLatch(2);
        try {
            List<UUID> ids = List.of(pdf("a").id(), pdf("b").id());
            List<Future<Integer>> versions = ids.stream()
                    .map(id -> people.submit(() -> new TransactionTemplate(transactions).execute(status -> {
                        both.countDown();
                        await(both);
                        int version = documents
                                .attach(CASE, TAY_NINH_CHANNEL, "draft", id)
                                .version();
                        // the other one is waiting by now, and must not read what is not committed
                        pause();
                        return version;
                    })))
                    .toList();
            assertThat(List.of(versions.get(0).get(), versions.get(1).get())).containsExactlyInAnyOrder(1, 2);
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void whatACaseHoldsCanNeitherBeChangedNorRemoved() {
        UUID id = pdf("a").id();
        documents.attach(CASE, TAY_NINH_CHANNEL, "draft", id);

        for (String statement : List.of(
                "update lienket.document set file_name = 'khác.pdf'",
                "update lienket.document_chunk set bytes = ''",
                "update lienket.case_document set version = 7",
                "delete from lienket.document",
                "delete from lienket.document_chunk",
                "delete from lienket.case_document")) {
            assertThatThrownBy(() -> jdbc.sql(statement).update()).isInstanceOf(DataAccessException.class);
        }
        assertThat(documents.of(CASE)).hasSize(1);
    }

    private DocumentInfo pdf(String text) {
        return documents.store(SampleFiles.pdf(text), text + ".pdf", TAY_NINH_CHANNEL);
    }

    private UUID store(byte[] content) {
        return documents.store(content, "a.pdf", TAY_NINH_CHANNEL).id();
    }

    private DocumentInfo replacing(UUID id, String channel) {
        return documents.store(new ByteArrayInputStream(SampleFiles.pdf("mới")), "a.pdf", channel, id);
    }

    private byte[] read(DocumentInfo document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        documents.writeTo(document.id(), out);
        return out.toByteArray();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from lienket." + table)
                .query(Integer.class)
                .single();
    }

    private static void assertRefused(ThrowingCallable call, Kind kind, String field) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.kind()).isEqualTo(kind);
            assertThat(refused.fields())
                    .extracting(ProblemException.Field::name)
                    .isEqualTo(field == null ? List.of() : List.of(field));
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
