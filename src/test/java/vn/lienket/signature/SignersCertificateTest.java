package vn.lienket.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.problem.ProblemException;
import vn.lienket.support.AlteredFiles;
import vn.lienket.support.DemoSignature;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.SigningCase;
import vn.lienket.support.SigningCases;
import vn.lienket.support.TestClock;
import vn.lienket.support.TestPki;
import vn.lienket.support.TestPki.Entity;
import vn.lienket.support.TestPki.Wish;

/** What becomes of an agreement by the certificates of those who sign it, with an authority that really answers. */
@ProcessTest
class SignersCertificateTest {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String FIRST = "binhduong";
    private static final String SECOND = "tayninh";
    private static final Wish OFFICIAL = Wish.of("CN=Nguyễn Văn A,O=Sở Thông tin và Truyền thông tỉnh Bình Dương,C=VN");

    @Autowired
    SigningCases cases;

    @Autowired
    DemoKeys demoKeys;

    @Autowired
    TrustAnchors anchors;

    @Autowired
    SignatureVerifier verifier;

    @Autowired
    SigningRules rules;

    @Autowired
    TestClock clock;

    @TempDir
    Path directory;

    private TestPki pki;
    private Entity root;
    private Path trusted;
    private Object properties;

    @BeforeEach
    void trustAnAuthorityOnThisMachine() throws Exception {
        pki = new TestPki();
        root = pki.root("CN=Gốc chữ ký công vụ (kiểm thử),C=VN");
        trusted = TestPki.trust(demoKeys.anchors().resolve("state"), root);
        properties = ReflectionTestUtils.getField(verifier, "properties");
        SignatureProperties known = (SignatureProperties) properties;
        ReflectionTestUtils.setField(
                verifier,
                "properties",
                new SignatureProperties(
                        known.anchors(),
                        known.signers(),
                        known.deadline(),
                        known.networkDeadline(),
                        known.maxAnswer(),
                        true,
                        known.retryAfter(),
                        known.atOnce()));
    }

    @AfterEach
    void believeItNoMore() throws IOException {
        clock.reset();
        ReflectionTestUtils.setField(verifier, "properties", properties);
        Files.delete(trusted);
        pki.close();
    }

    @Test
    void oneThatIsRevokedAfterItsSignatureWasTakenHarmsNothingButSignsNoMore() throws Exception {
        Entity signer = pki.issue(root, OFFICIAL);
        SigningCase taken = signing();
        taken.handIn(FIRST, signed(taken, signer));
        SigningCase late = signing();
        byte[] lateFile = signed(late, signer);

        pki.revoke(signer, Instant.now());

        refuses(late, FIRST, lateFile, "Chứng thư của người ký đã bị thu hồi.");
        byte[] changed = cases.signed(AlteredFiles.withAPageMore(taken.fileToSign()), SECOND + ".leader1");
        refuses(taken, SECOND, changed, "Tệp bị thêm hoặc bớt trang sau khi ký.");
        taken.sign(SECOND);
        assertThat(taken.tasks(AgreementModel.TASK_REGISTER)).hasSize(2);
    }

    @Test
    void oneThatIsRevokedHarmsNothingOfWhatSomebodyElseOfItsPartySignsAfterIt() throws Exception {
        SigningCase taken;
        try (SigningRule rule = SigningRule.of(rules, """
                - paper: agreement
                  organisation: binhduong
                  signers:
                    - { rank: 1, role: leader, key: person }
                    - { rank: 2, role: clerk, key: body }
                """)) {
            taken = signing();
        }
        Entity signer = pki.issue(root, OFFICIAL);
        taken.handIn(FIRST, signed(taken, signer));

        pki.revoke(signer, Instant.now());

        String sealed =
                cases.stored(cases.signed(taken.fileToSign(), "binhduong.clerk1"), "da-ky.pdf", "binhduong-tayninh");
        taken.completeAs("binhduong.clerk1", AgreementModel.TASK_SIGN, Map.of("signedDocumentId", sealed));
        taken.sign(SECOND);
        assertThat(taken.tasks(AgreementModel.TASK_REGISTER)).hasSize(2);
    }

    @Test
    void oneThatExpiresAfterItsSignatureWasTakenHarmsNothingButSignsNoMore() throws Exception {
        Instant now = Instant.now();
        Entity signer = pki.issue(
                root, OFFICIAL.neverRevokes().valid(now.minus(Duration.ofDays(9)), now.plus(Duration.ofHours(2))));
        SigningCase taken = signing();
        taken.handIn(FIRST, signed(taken, signer));
        SigningCase late = signing();
        byte[] lateFile = signed(late, signer);

        forward(Duration.ofHours(3));

        refuses(late, FIRST, lateFile, "Chứng thư của người ký đã hết hạn hoặc chưa có hiệu lực tại thời điểm ký.");
        taken.sign(SECOND);
        assertThat(taken.tasks(AgreementModel.TASK_REGISTER)).hasSize(2);
    }

    @Test
    void whileItsAuthorityDoesNotAnswerNothingIsTakenAndTheSameFileIsLater() throws Exception {
        SigningCase signing = signing();
        String document = cases.stored(signed(signing, pki.issue(root, OFFICIAL)), "da-ky.pdf", "binhduong-tayninh");
        Map<String, Object> fields = Map.of("signedDocumentId", document);

        pki.silent(true);
        assertThatThrownBy(() -> signing.complete(AgreementModel.TASK_SIGN, FIRST, fields))
                .cause()
                .isInstanceOf(ProblemException.class)
                .hasMessage("Chưa biết chứng thư có bị thu hồi hay không, vì tổ chức chứng thực không trả lời hoặc"
                        + " không xác nhận; hãy thử lại sau ít phút.");
        assertThat(signing.agreement().signatures()).isEmpty();

        pki.silent(false);
        forward(Duration.ofMinutes(2));
        signing.complete(AgreementModel.TASK_SIGN, FIRST, fields);
        assertThat(signing.agreement().signatures()).hasSize(1);
    }

    @Test
    void oneOfAnUnknownBodySignsForNoParty() throws Exception {
        SigningCase signing = signing();
        Entity stranger =
                pki.issue(root, Wish.of("CN=Trần Văn C,O=Sở Khác,C=VN").neverRevokes());

        refuses(
                signing,
                FIRST,
                signed(signing, stranger),
                "Chưa xác định được chữ ký của Trần Văn C thuộc đơn vị nào; lượt này là của"
                        + " Sở Thông tin và Truyền thông tỉnh Bình Dương.");
    }

    @Test
    void oneUnderNoTrustedRootIsNotBelieved() throws Exception {
        SigningCase signing = signing();
        Entity strange = pki.issue(pki.root("CN=Gốc lạ,C=VN"), OFFICIAL.neverRevokes());

        refuses(
                signing,
                FIRST,
                signed(signing, strange),
                "Chứng thư của người ký không thuộc gốc chữ ký số công vụ hay gốc công cộng được tin cậy.");
    }

    @Test
    void nobodyClosesTheFileForThoseWhoFollow() throws Exception {
        SigningCase signing = signing();
        Path text = Files.write(directory.resolve("text.pdf"), signing.fileToSign());
        Path closed = Signing.by(pki.issue(root, OFFICIAL))
                .certifying(CertificationPermission.NO_CHANGE_PERMITTED)
                .sign(text, "closed.pdf");

        refuses(
                signing,
                FIRST,
                Files.readAllBytes(closed),
                "Chữ ký mới khóa tệp, người khác không ký tiếp và không bổ sung được dấu thời gian lưu trữ."
                        + " Hãy ký lại mà không khóa tệp.");
    }

    @Test
    void withoutRootsPeopleSignByHandOnly() {
        Object ofState = ReflectionTestUtils.getField(anchors, "ofState");
        Object ofPublic = ReflectionTestUtils.getField(anchors, "ofPublic");
        SigningCase signing = signing();
        byte[] file = cases.signed(signing.fileToSign(), FIRST + ".leader1");
        try {
            ReflectionTestUtils.setField(anchors, "ofState", null);
            ReflectionTestUtils.setField(anchors, "ofPublic", null);

            refuses(
                    signing,
                    FIRST,
                    file,
                    "Hệ thống chưa được cấu hình chứng thư gốc nào nên chưa nhận chữ ký số."
                            + " Hãy ký tay và tải bản quét lên, hoặc báo người quản trị.");
            signing.signByHand(FIRST, file);
            assertThat(signing.agreement().signatures()).hasSize(1);
        } finally {
            ReflectionTestUtils.setField(anchors, "ofState", ofState);
            ReflectionTestUtils.setField(anchors, "ofPublic", ofPublic);
        }
    }

    private SigningCase signing() {
        return cases.open().upTo(AgreementModel.TASK_SIGN);
    }

    private byte[] signed(SigningCase signing, Entity signer) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry(
                "key", signer.key(), DemoOffice.PASSWORD, signer.chain().toArray(new Certificate[0]));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        keys.store(file, DemoOffice.PASSWORD);
        return DemoSignature.on(signing.fileToSign(), file.toByteArray(), clock);
    }

    private void forward(Duration duration) {
        clock.set(LocalDateTime.ofInstant(Instant.now().plus(duration), VIETNAM).toString());
    }

    private static void refuses(SigningCase signing, String party, byte[] file, String sentence) {
        int signatures = signing.agreement().signatures().size();

        assertThatThrownBy(() -> signing.handIn(party, file))
                .cause()
                .isInstanceOf(ProblemException.class)
                .hasMessage(sentence);

        assertThat(signing.agreement().signatures()).hasSize(signatures);
        assertThat(signing.task(AgreementModel.TASK_SIGN, party)).isNotNull();
    }
}
