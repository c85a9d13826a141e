package vn.lienket.evidence.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.evidence.EvidenceCase;
import vn.lienket.evidence.process.LastingModel;
import vn.lienket.support.Actor;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

/** What anybody is told of a file, without an account. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifyTest {

    private static final String TITLE = "Thỏa thuận mật về trung tâm dữ liệu";
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter SAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final LocalDate TODAY = LocalDate.now(VIETNAM);

    @TempDir
    static Path directory;

    @Autowired
    Cooperation cooperation;

    @Autowired
    JdbcClient jdbc;

    private EvidenceCase signed;

    @BeforeAll
    void anAgreementIsSigned() {
        signed = from(TODAY.plusMonths(2)).sign("binhduong").sign("qtsc").inForce();
    }

    private EvidenceCase from(LocalDate day) {
        Map<String, Object> terms = Map.of(
                "title",
                TITLE,
                "effectiveFrom",
                day.toString(),
                "effectiveTo",
                day.plusYears(5).toString());
        return EvidenceCase.of(cooperation, terms, directory);
    }

    @Test
    void theSignedFileIsRight() {
        String page = told(signed.signed());

        assertThat(page)
                .contains("Đúng bản đã ký, hai chữ ký hợp lệ.")
                .contains("gốc chữ ký số chuyên dùng công vụ", "gốc chữ ký số công cộng")
                .contains("/BTT-", "Công viên phần mềm Quang Trung")
                .contains("Đã ký và vào sổ, có hiệu lực từ ngày", sha256(signed.signed()));
        assertThat(told(cooperation.as("tayninh.officer1"), signed.signed()))
                .as("to somebody of another channel")
                .contains("Đúng bản đã ký, hai chữ ký hợp lệ.");
    }

    @Test
    void whetherItHoldsAlreadyIsSaidByTheDaysOfItsTerm() {
        LocalDate day = TODAY.minusDays(3);
        EvidenceCase running = from(day).sign("binhduong").sign("qtsc").inForce();

        assertThat(told(running.signed()))
                .contains("Đang có hiệu lực, từ %s đến %s.".formatted(SAY.format(day), SAY.format(day.plusYears(5))));
    }

    @Test
    void theCopyInWhichItsSignaturesLastIsRightToo() {
        byte[] lasting = signed.lasting();

        assertThat(Arrays.copyOf(lasting, signed.signed().length)).isEqualTo(signed.signed());
        assertThat(told(lasting))
                .contains("Đúng bản đã ký, hai chữ ký hợp lệ.", "Tệp là bản lưu trữ dài hạn")
                .contains(sha256(lasting));
        assertThat(told(AgreementCase.continued(lasting, "changed")))
                .contains("Tệp đã bị thay đổi sau khi ký.", "bản lưu trữ dài hạn của bản đã ký, nhưng")
                .doesNotContain("Đúng bản đã ký,");
        assertThat(told(signed.files().get(0)))
                .as("the others are what they were")
                .contains("chưa có chữ ký");
    }

    @Test
    void nobodyLearnsWhatStandsInItNorWhoSigned() {
        for (byte[] file : List.of(signed.signed(), signed.files().get(0), signed.sheet(), changed())) {
            assertThat(told(file))
                    .doesNotContain(
                            "trung tâm dữ liệu", "leader1", signed.agreement().code())
                    .doesNotContain("(trình diễn)");
        }
    }

    @Test
    void whatIsAppendedToTheSignedFileIsAChange() {
        assertThat(told(changed()))
                .contains("Tệp đã bị thay đổi sau khi ký.", "phía sau có thêm")
                .doesNotContain("Đúng bản đã ký,");
    }

    @Test
    void aFileThatDiffersInOneByteOrIsCutOffIsNotTheSignedOne() {
        byte[] other = signed.signed().clone();
        other[other.length - 3000]++;
        assertThat(told(Arrays.copyOf(other, other.length - 5)))
                .contains("Tệp không đúng bản đã ký.", "mới có chữ ký của một phần các bên")
                .doesNotContain("Đúng bản đã ký,");
        byte[] early = signed.files().get(0).clone();
        early[early.length - 10]++;
        assertThat(told(early)).contains("Tệp không đúng bản đã ký.", "phần sau khác");
    }

    @Test
    void earlierFilesAreNotTheLastOne() {
        assertThat(told(signed.files().get(0)))
                .contains("Không phải bản đã ký cuối cùng.", "bản đã duyệt để ký, chưa có chữ ký");
        assertThat(told(signed.files().get(1)))
                .contains("Không phải bản đã ký cuối cùng.", "chữ ký của một phần các bên");
    }

    @Test
    void theSheetIsKnownAsTheSheet() {
        assertThat(told(signed.sheet())).contains("Đây là phiếu chứng cứ ký.");
    }

    @Test
    void aFileWithoutSignaturesIsCalledThat() {
        EvidenceCase unsigned = EvidenceCase.titled(cooperation, "Thỏa thuận ghi tiếp", directory);
        byte[] first = AgreementCase.continued(unsigned.signed(), "one");
        unsigned.handInUnverified("binhduong", first, jdbc)
                .handInUnverified("qtsc", AgreementCase.continued(first, "two"), jdbc)
                .inForce();

        assertThat(told(unsigned.signed())).contains("không có chữ ký số nào", "Không có chữ ký số hợp lệ của");
    }

    @Test
    void aScanIsASignatureByHand() throws IOException {
        EvidenceCase scanned = EvidenceCase.titled(cooperation, "Thỏa thuận ký tay một bên", directory)
                .sign("binhduong")
                .handIn("qtsc", foreign(), true);
        scanned.inForce();

        assertThat(told(scanned.signed()))
                .contains("Đúng bản đã ký, một chữ ký hợp lệ, một bên ký tay (bản quét).", "ký tay, bản quét");
    }

    @Test
    void whatIsNotInForceIsUnknown() {
        EvidenceCase open = EvidenceCase.titled(cooperation, "Thỏa thuận còn đang ký", directory);

        assertThat(told(open.signed())).contains("Hệ thống không có tệp này.");
    }

    @Test
    void anEndedAgreementIsToldAsEnded() {
        EvidenceCase ended = EvidenceCase.titled(cooperation, "Thỏa thuận chấm dứt sớm", directory)
                .sign("binhduong")
                .sign("qtsc")
                .inForce();
        cooperation
                .as("binhduong.leader1")
                .post(
                        "/api/v1/agreements/%s/termination"
                                .formatted(ended.agreement().code()),
                        Map.of("terminationReason", "Bí mật"))
                .expect(HttpStatus.NO_CONTENT);
        ended.agreement().awaitState("TERMINATED");

        assertThat(told(ended.signed()))
                .contains("hai chữ ký hợp lệ", "Đã chấm dứt trước hạn ngày")
                .doesNotContain("Bí mật", "có hiệu lực từ ngày");
    }

    @Test
    void filesThatCannotBeCheckedAreRefusedWithASentence() throws IOException {
        assertRefused(HttpStatus.BAD_REQUEST, encrypted(), "mật khẩu");
        assertRefused(HttpStatus.BAD_REQUEST, new byte[0], "Tệp không có nội dung.");
        assertRefused(HttpStatus.PAYLOAD_TOO_LARGE, new byte[(50 << 20) + 1], "Tệp lớn hơn giới hạn 50 MB.");
        assertRefused(HttpStatus.PAYLOAD_TOO_LARGE, new byte[51 << 20], "Tệp lớn hơn giới hạn 50 MB.");
        assertThat(told("không phải PDF".getBytes(StandardCharsets.UTF_8)))
                .contains("Hệ thống không có tệp này.", "không phải PDF");
        assertThat(cooperation
                        .anonymous()
                        .submit("/verify", Map.of())
                        .expect(HttpStatus.BAD_REQUEST)
                        .body())
                .contains("Hãy chọn tệp cần kiểm tra.");
    }

    @Test
    void aCodeNamesItsFileAndTellsNothingThatStandsInIt() {
        String page = cooperation
                .anonymous()
                .get("/verify?code=" + sha256(signed.signed()))
                .expect(HttpStatus.OK)
                .body();

        assertThat(page)
                .contains("Mã này ứng với bản đã ký cuối cùng.", "Hãy tải tệp lên để đối chiếu", "có hiệu lực từ ngày")
                .contains(SAY.format(LocalDate.now(VIETNAM)))
                .doesNotContain("trung tâm dữ liệu", signed.agreement().code());
        for (String wrong : List.of("x", "0".repeat(64), "a".repeat(1000))) {
            assertThat(cooperation
                            .anonymous()
                            .get("/verify?code=" + wrong)
                            .expect(HttpStatus.NOT_FOUND)
                            .body())
                    .contains("Mã kiểm tra này không đúng");
        }
    }

    @Test
    void nothingOfACheckedFileIsKept() throws IOException {
        copiesAreMade();
        long documents = count("lienket.document");
        long verifications = count("lienket.document_verification");
        List<String> before = temporary();

        told(changed());
        told(foreign());

        assertThat(count("lienket.document")).isEqualTo(documents);
        assertThat(count("lienket.document_verification")).isEqualTo(verifications);
        assertThat(temporary()).isSubsetOf(before);
    }

    @Test
    void theCasesPageLeadsToTheCheck() {
        assertThat(cooperation
                        .as("qtsc.officer1")
                        .open("/cases/" + signed.agreement().code())
                        .body())
                .contains("href=\"/verify?code=%s\"".formatted(sha256(signed.signed())), "Phiếu chứng cứ ký");
        assertThat(cooperation.as("qtsc.officer1").open("/cases/library").body())
                .contains("href=\"/verify\"");
    }

    /** Of the agreements of other tests: they are documents too. */
    private void copiesAreMade() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> jdbc.sql("select count(*) from act_ru_job where process_def_key_ = ?"
                                        + " and handler_type_ = 'async-continuation' and retries_ > 0")
                                .param(LastingModel.PROCESS)
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private void assertRefused(HttpStatus status, byte[] file, String sentence) {
        assertThat(check(cooperation.anonymous(), file).expect(status).body())
                .contains(sentence, "<label for=\"file\">Tệp cần kiểm tra</label>")
                .doesNotContain("(file)");
    }

    private String told(byte[] file) {
        return told(cooperation.anonymous(), file);
    }

    private static String told(Actor actor, byte[] file) {
        return check(actor, file).expect(HttpStatus.OK).body();
    }

    private static Answer check(Actor actor, byte[] file) {
        return actor.upload("/verify", Map.of(), "tep.pdf", file);
    }

    private byte[] changed() {
        return AgreementCase.continued(signed.signed(), "changed");
    }

    /** Each time another one. */
    private static byte[] foreign() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            pdf.getDocumentInformation().setTitle(UUID.randomUUID().toString());
            pdf.addPage(new PDPage());
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            pdf.save(file);
            return file.toByteArray();
        }
    }

    private static byte[] encrypted() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(foreign())) {
            pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            pdf.save(file);
            return file.toByteArray();
        }
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static List<String> temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".spooled"))
                    .toList();
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
