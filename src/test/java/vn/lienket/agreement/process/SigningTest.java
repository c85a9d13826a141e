package vn.lienket.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.agreement.Signature;
import vn.lienket.document.SampleFiles;
import vn.lienket.problem.ProblemException;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.AlteredFiles;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.SigningCase;
import vn.lienket.support.SigningCases;
import vn.lienket.support.TestClock;

/** Which files {@code Task_SignAgreement} takes for a party's signature. */
@ProcessTest
class SigningTest {

    private static final String FIRST = "binhduong";
    private static final String SECOND = "tayninh";
    private static final String FIRST_NAME = "Sở Thông tin và Truyền thông tỉnh Bình Dương";
    private static final String SECOND_NAME = "Sở Thông tin và Truyền thông tỉnh Tây Ninh";
    private static final String OTHER_TEXT =
            "Tệp đã ký phải là PDF ký tiếp trên đúng văn bản đã duyệt (hoặc bản mà bên trước đã ký)."
                    + " Nếu ký tay, hãy chọn “Ký tay” và tải bản quét lên.";

    @Autowired
    ProcessEngine engine;

    @Autowired
    SigningCases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @BeforeEach
    void atThisEngine() {
        BpmnAwareTests.init(engine);
    }

    @Test
    void whatNobodyHasSignedIsNotTaken() {
        SigningCase signing = signing();

        refuses(
                signing,
                FIRST,
                AgreementCase.continued(signing.fileToSign(), "signed"),
                "Tệp chưa có chữ ký số nào. Hãy ký số vào văn bản cần ký rồi tải lên.");
    }

    @Test
    void anotherTextIsNotTakenHoweverWellItIsSigned() {
        refuses(signing(), FIRST, signed(SampleFiles.page(), FIRST), OTHER_TEXT);
    }

    @Test
    void noPartySignsForAnother() {
        SigningCase signing = signing();
        refuses(
                signing,
                FIRST,
                signed(signing.fileToSign(), SECOND),
                "Chữ ký mới thuộc %s, trong khi đến lượt %s ký.".formatted(SECOND_NAME, FIRST_NAME));

        signing.sign(FIRST);
        refuses(
                signing,
                SECOND,
                signed(signing.fileToSign(), FIRST),
                "Chữ ký mới thuộc %s, trong khi đến lượt %s ký.".formatted(FIRST_NAME, SECOND_NAME));
    }

    @Test
    void oneSignatureIsTakenAtATime() {
        SigningCase signing = signing();

        refuses(
                signing,
                FIRST,
                signed(signed(signing.fileToSign(), FIRST), SECOND),
                "Tệp có thêm 2 chữ ký; lượt này chỉ nhận một chữ ký, của %s.".formatted(FIRST_NAME));
    }

    @Test
    void nothingIsWrittenBehindASignature() {
        SigningCase signing = signing();
        String appended = "Sau chữ ký cuối cùng, tệp còn bị ghi thêm nội dung không được chữ ký nào bao trùm.";

        refuses(signing, FIRST, AgreementCase.continued(signed(signing.fileToSign(), FIRST), "more"), appended);

        signing.sign(FIRST);
        refuses(signing, SECOND, AgreementCase.continued(signing.fileToSign(), "signed"), appended);
    }

    @Test
    void theApprovedTextIsSignedAsItIs() {
        SigningCase signing = signing();
        String words = "Ngoài chữ ký, tệp còn bị %s so với văn bản cần ký."
                + " Hãy tải lại văn bản đó, chỉ ký số vào rồi tải lên.";
        byte[] text = signing.fileToSign();

        refuses(
                signing,
                FIRST,
                signed(AlteredFiles.withAPageMore(text), FIRST),
                words.formatted("thêm hoặc bớt trang"));
        refuses(
                signing,
                FIRST,
                signed(AlteredFiles.withANote(text), FIRST),
                words.formatted("đặt thêm ghi chú, hình hoặc chữ trên trang"));
        refuses(signing, FIRST, signed(AlteredFiles.withOtherWords(text), FIRST), words.formatted("sửa nội dung"));

        refuses(signing, FIRST, signed(AlteredFiles.withAnotherTitle(text), FIRST), words.formatted("sửa nội dung"));
        refuses(
                signing,
                FIRST,
                signed(AlteredFiles.withMetadata(text, "Văn bản khác"), FIRST),
                words.formatted("sửa nội dung"));

        SigningCase scanned = signing().signByHand(FIRST, SampleFiles.page());
        refuses(
                scanned,
                SECOND,
                signed(AlteredFiles.withOtherWords(scanned.fileToSign()), SECOND),
                words.formatted("sửa nội dung"));
    }

    @Test
    void programsThatSignSayTheirName() {
        SigningCase signing = signing();

        signing.handIn(FIRST, signed(AlteredFiles.byAnotherProgram(signing.fileToSign()), FIRST));
        assertThat(signing.agreement().signatures()).hasSize(1);
    }

    @Test
    void nobodySignsBeforeTheApproval() {
        SigningCase signing = signing();
        byte[] early = signedBeforeTheApproval(signing, Duration.ofMinutes(6));
        byte[] byAClockThatIsSlow = signedBeforeTheApproval(signing, Duration.ofMinutes(4));

        assertThatThrownBy(() -> signing.handIn(FIRST, early))
                .hasStackTraceContaining("trước khi văn bản được phê duyệt để ký");
        signing.handIn(FIRST, byAClockThatIsSlow).sign(SECOND);
    }

    @Test
    void nobodySignsInTimesToCome() {
        SigningCase signing = signing();
        byte[] ahead = signedBeforeTheApproval(signing, Duration.ofMinutes(-10));

        assertThatThrownBy(() -> signing.handIn(FIRST, ahead)).hasStackTraceContaining("nằm ở tương lai");
        signing.handIn(FIRST, signedBeforeTheApproval(signing, Duration.ofMinutes(-3)));
    }

    @Test
    void aDraftWithSignaturesIsNotDiscussed() {
        SigningCase drafting = cases.open();

        assertThatThrownBy(() -> drafting.complete(
                        AgreementModel.TASK_DRAFT,
                        FIRST,
                        Map.of(
                                "draftDocumentId",
                                cases.stored(
                                        signed(SampleFiles.page(), FIRST),
                                        "du-thao.pdf",
                                        drafting.instance().getTenantId()))))
                .hasStackTraceContaining("Dự thảo đã mang chữ ký số");
        assertThat(drafting.instance()).isWaitingAt(AgreementModel.TASK_DRAFT);
    }

    @Test
    void theTextItselfIsNoScanOfIt() {
        SigningCase signing = signing();

        assertThatThrownBy(() -> signing.signByHand(FIRST, signing.fileToSign()))
                .hasStackTraceContaining("Tệp này chính là văn bản cần ký, không phải bản quét.");
        signing.sign(FIRST);
        assertThatThrownBy(() -> signing.signByHand(SECOND, signing.fileToSign()))
                .hasStackTraceContaining("Tệp này chính là văn bản cần ký, không phải bản quét.");
        signing.signByHand(SECOND, SampleFiles.page());
    }

    @Test
    void whatIsSignedElectronicallyIsNoScan() {
        SigningCase other = signing().sign(FIRST);
        SigningCase signing = signing();

        assertThatThrownBy(() -> signing.signByHand(FIRST, signed(signing.fileToSign(), FIRST)))
                .hasStackTraceContaining("Tệp này là văn bản cần ký đã mang chữ ký số, không phải bản quét.");
        assertThatThrownBy(() -> signing.signByHand(FIRST, other.fileToSign()))
                .hasStackTraceContaining("Tệp này thuộc hồ sơ khác.");
        signing.signByHand(FIRST, SampleFiles.page());
    }

    @Test
    void aScanThatCarriesSignaturesIsSignedAsItIs() {
        SigningCase signing =
                signing().signByHand(FIRST, signed(SampleFiles.page(), FIRST)).sign(SECOND);

        assertThat(signing.instance()).isWaitingAt(AgreementModel.TASK_REGISTER);
    }

    @Test
    void whatAnotherCaseHasIsNotTaken() {
        SigningCase other = signing().signByHand(FIRST, SampleFiles.page());
        String theirs = other.agreement().signatures().get(0).document().toString();
        SigningCase signing = signing();

        for (boolean byHand : new boolean[] {true, false}) {
            assertThatThrownBy(() -> signing.complete(
                            AgreementModel.TASK_SIGN,
                            FIRST,
                            Map.of("signedDocumentId", theirs, "signedByHand", byHand)))
                    .hasStackTraceContaining("Tệp này thuộc hồ sơ khác.");
        }
    }

    @Test
    void theSecondSignsWhatTheFirstHasSigned() {
        SigningCase signing = signing();
        byte[] text = signing.fileToSign();
        signing.sign(FIRST);

        refuses(signing, SECOND, signed(text, SECOND), OTHER_TEXT);
    }

    @Test
    void whatWasHandedInBeforeSignaturesWereVerifiedIsNoSignature() {
        SigningCase signing = signing();
        byte[] text = signing.fileToSign();
        signing.sign(FIRST);
        Signature first = signing.agreement().signatures().get(0);
        jdbc.sql("update lienket.agreement_signature set document = ?::uuid where document = ?")
                .params(
                        cases.stored(
                                AgreementCase.continued(text, "signed"),
                                "da-ky.pdf",
                                signing.instance().getTenantId()),
                        first.document())
                .update();

        refuses(
                signing,
                SECOND,
                signed(signing.fileToSign(), SECOND),
                "Tệp thiếu chữ ký số của %s, bên đã ký trước. Hãy ký tiếp trên đúng tệp mà bên đó đã ký."
                        .formatted(FIRST_NAME));
    }

    @Test
    void whoSignsAfterAScanSignsTheScan() {
        SigningCase signing = signing().signByHand(FIRST, SampleFiles.page()).sign(SECOND);

        assertThat(signing.agreement().signatures())
                .extracting(Signature::byHand)
                .containsExactly(true, false);
        assertThat(signing.instance()).isWaitingAt(AgreementModel.TASK_REGISTER);
    }

    @Test
    void whoSignsByHandAfterAnElectronicSignatureHandsInAScan() {
        SigningCase signing = signing().sign(FIRST).signByHand(SECOND, SampleFiles.page());

        assertThat(signing.agreement().signatures())
                .extracting(Signature::byHand)
                .containsExactly(false, true);
        assertThat(signing.instance()).isWaitingAt(AgreementModel.TASK_REGISTER);
    }

    @Test
    void aSignatureIsVerifiedOnceAndKept() {
        SigningCase signing = signing().sign(FIRST).sign(SECOND);

        List<UUID> signed = signing.agreement().signatures().stream()
                .map(Signature::document)
                .toList();
        assertThat(signed)
                .allSatisfy(document -> assertThat(
                                jdbc.sql("select verdict from lienket.document_verification where document_id = ?")
                                        .param(document)
                                        .query(String.class)
                                        .list())
                        .containsExactly("VALID"));
    }

    private SigningCase signing() {
        return cases.open().upTo(AgreementModel.TASK_SIGN);
    }

    private byte[] signedBeforeTheApproval(SigningCase signing, Duration before) {
        Instant approved = signing.agreement().approvedAt().orElseThrow();
        clock.set(
                LocalDateTime.ofInstant(approved.minus(before), clock.getZone()).toString());
        try {
            return signed(signing.fileToSign(), FIRST);
        } finally {
            clock.reset();
        }
    }

    private byte[] signed(byte[] pdf, String party) {
        return cases.signed(pdf, party + ".leader1");
    }

    private void refuses(SigningCase signing, String party, byte[] file, String sentence) {
        Task before = signing.task(AgreementModel.TASK_SIGN, party);
        List<Signature> signatures = signing.agreement().signatures();

        assertThatThrownBy(() -> signing.handIn(party, file))
                .cause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.fields())
                                .containsExactly(new ProblemException.Field("signedDocumentId", sentence)));

        assertThat(signing.task(AgreementModel.TASK_SIGN, party).getId()).isEqualTo(before.getId());
        assertThat(signing.agreement().signatures()).isEqualTo(signatures);
    }
}
