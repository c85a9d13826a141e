package vn.lienket.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.europa.esig.dss.model.ToBeSigned;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.document.DocumentInfo;
import vn.lienket.document.Documents;
import vn.lienket.party.CurrentUser;
import vn.lienket.problem.ProblemException;
import vn.lienket.signature.DocumentSigning.ToSign;
import vn.lienket.support.People;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.SigningCase;
import vn.lienket.support.SigningCases;
import vn.lienket.support.TestPki;
import vn.lienket.support.TestPki.Entity;
import vn.lienket.support.TestPki.Wish;
import vn.lienket.support.TestTsa;
import vn.lienket.support.TestTsa.Manner;

/** What is signed in the form is stamped by a real authority (RFC 3161), whatever that one answers. */
@ProcessTest
class StampedSigningTest {

    private static final String LEADER = "binhduong.leader1";

    @TempDir
    private Path directory;

    @Autowired
    private SigningCases cases;

    @Autowired
    private People people;

    @Autowired
    private DemoKeys demoKeys;

    @Autowired
    private DemoTimeStamps demoTimeStamps;

    @Autowired
    private Documents documents;

    @Autowired
    private PreparedSignatures preparedSignatures;

    @Autowired
    private DocumentSignatures signatures;

    @Autowired
    private List<TextsToSign> texts;

    @Autowired
    private CurrentUser currentUser;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    private TestPki pki;
    private TestTsa tsa;
    private SigningCase waiting;
    private SigningKey key;
    private ToSign prepared;
    private byte[] value;

    @BeforeEach
    void aLeaderHasSignedWhatWasPrepared() throws Exception {
        pki = new TestPki();
        Entity root = pki.root("CN=Gốc dấu thời gian của biểu mẫu ký,C=VN");
        TestPki.trust(demoTimeStamps.anchors(), root);
        tsa = new TestTsa(pki.issue(root, stamps()), clock);
        waiting = cases.open().upTo(AgreementModel.TASK_SIGN);
        key = SigningKey.open(
                Files.write(directory.resolve("key.p12"), demoKeys.of(LEADER).orElseThrow()), DemoOffice.PASSWORD);
        prepare();
    }

    @AfterEach
    void stop() {
        tsa.close();
        pki.close();
    }

    @Test
    void aSignatureGetsItsStampWithoutASecondRevision() {
        DocumentInfo signed = complete(signing(Duration.ofSeconds(10)));

        assertThat(signatures.of(signed.id())).singleElement().satisfies(signature -> {
            assertThat(signature.sentence()).startsWith("Chữ ký hợp lệ");
            assertThat(signature.level()).isEqualTo("PAdES-BASELINE-T");
            assertThat(signature.timeSource()).isEqualTo(TimeSource.TIMESTAMP);
            assertThat(signature.wholeFile()).isTrue();
        });
        assertThat(tsa.stamps()).isOne();
    }

    @ParameterizedTest
    @EnumSource(names = "GOOD", mode = EnumSource.Mode.EXCLUDE)
    void withoutAGoodAnswerInTimeNothingIsStoredAndTheNextCallSigns(Manner manner) {
        long before = stored();
        tsa.answers(manner);
        Instant asked = Instant.now();

        assertUnavailable(signing(Duration.ofSeconds(2)));

        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(stored()).isEqualTo(before);
        tsa.answers(Manner.GOOD);
        assertThat(signatures.of(complete(signing(Duration.ofSeconds(10))).id()))
                .singleElement()
                .extracting(VerifiedSignature::timeSource)
                .isEqualTo(TimeSource.TIMESTAMP);
    }

    @Test
    void aStampOfAnAuthorityThatNobodyBelievesIsNoStamp() throws Exception {
        tsa.close();
        tsa = new TestTsa(pki.issue(pki.root("CN=Gốc dấu lạ,C=VN"), stamps()), clock);
        long before = stored();

        assertUnavailable(signing(Duration.ofSeconds(10)));

        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void whereNoAuthorityIsNamedASignatureHasTheTimeOfItsSigner() {
        DocumentInfo signed = complete(signing(TimeStamping.none()));

        assertThat(signatures.of(signed.id())).singleElement().satisfies(signature -> {
            assertThat(signature.level()).isEqualTo("PAdES-BASELINE-B");
            assertThat(signature.timeSource()).isEqualTo(TimeSource.CLAIMED);
        });
    }

    private void prepare() {
        UUID draft = waiting.agreement().drafts().get(0).document();
        List<byte[]> chain = key.chain().stream()
                .map(certificate -> certificate.getEncoded())
                .toList();
        prepared = people.as(LEADER, () -> signing(TimeStamping.none()).prepare(draft, chain));
        value = key.sign(new ToBeSigned(prepared.data())).getValue();
    }

    private DocumentSigning signing(Duration deadline) {
        return signing(TimeStamping.at(tsa.address(), deadline, clock));
    }

    private DocumentSigning signing(TimeStamping stamping) {
        return new DocumentSigning(
                documents, preparedSignatures, signatures, stamping, texts, Seals.DRAWN, currentUser, clock);
    }

    private DocumentInfo complete(DocumentSigning signing) {
        return people.as(LEADER, () -> signing.complete(prepared.id(), value));
    }

    private void assertUnavailable(DocumentSigning signing) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> complete(signing))
                .withMessageStartingWith("Chưa lấy được dấu thời gian")
                .extracting(ProblemException::kind)
                .isEqualTo(ProblemException.Kind.BUSY);
    }

    private static Wish stamps() {
        return Wish.of("CN=Dấu thời gian,C=VN").stamping().neverRevokes();
    }

    private long stored() {
        return jdbc.sql("select count(*) from lienket.document")
                .query(Long.class)
                .single();
    }
}
