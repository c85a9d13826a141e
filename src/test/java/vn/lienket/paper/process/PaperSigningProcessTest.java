package vn.lienket.paper.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.cases.process.CaseModel;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.document.CaseDocument;
import vn.lienket.document.Documents;
import vn.lienket.document.SampleFiles;
import vn.lienket.paper.Paper;
import vn.lienket.paper.PaperSignature;
import vn.lienket.paper.PaperSigning;
import vn.lienket.paper.SigningState;
import vn.lienket.party.Role;
import vn.lienket.problem.ProblemException;
import vn.lienket.report.process.ReportModel;
import vn.lienket.signature.KeyOwner;
import vn.lienket.signature.SigningRule;
import vn.lienket.signature.SigningRules;
import vn.lienket.signature.TextsToSign;
import vn.lienket.support.ConsultingCases;
import vn.lienket.support.ConsultingWalk;
import vn.lienket.support.Jobs;
import vn.lienket.support.PaperCases;
import vn.lienket.support.People;
import vn.lienket.support.ProcessCoverage;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.ReportCases;
import vn.lienket.support.TestClock;
import vn.lienket.support.TransferCases;
import vn.lienket.support.TransferWalk;
import vn.lienket.transfer.process.TransferModel;

/** How papers are signed after they were issued: a contract by both parties, a decision and reports by the body that issued them. */
@ProcessTest
class PaperSigningProcessTest {

    @RegisterExtension
    static final ProcessCoverage COVERAGE = ProcessCoverage.of(PaperModel.PROCESS);

    private static final String CONTRACT = "contract";
    private static final String LEADER_THEN_SEAL = """
            - paper: support-decision
              signers:
                - { rank: 1, role: leader, key: person }
                - { rank: 2, role: clerk, key: body }
            """;

    private static final String LEADER_AND_OFFICER = """
            - paper: support-decision
              signers:
                - { rank: 1, role: leader, key: person }
                - { rank: 1, role: officer, key: person }
            """;
    private static final String LEADERS_THEN_SEALS = """
            - paper: transfer-contract
              parties: parallel
              signers:
                - { rank: 1, role: leader, key: person }
                - { rank: 2, role: clerk, key: body }
            """;
    private static final String OVERTAKEN = "Văn bản vừa có thêm chữ ký của người khác."
            + " Hãy mở lại công việc, tải bản mới nhất và ký tiếp trên bản đó.";
    private static final Map<String, Object> DOES_NOT_SIGN =
            Map.of(PaperModel.SIGNING_DECISION, "refuse", PaperModel.SIGNING_COMMENT, "Hai bên đã ký trên bản giấy");

    @Autowired
    TestClock clock;

    @Autowired
    PaperCases papers;

    @Autowired
    TransferCases transfers;

    @Autowired
    ConsultingCases consulting;

    @Autowired
    ReportCases reports;

    @Autowired
    SigningRules rules;

    @Autowired
    List<TextsToSign> texts;

    @Autowired
    Documents documents;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    TaskService taskService;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aContractIsSignedByWhoTransfersAndThenByWhoReceives() {
        TransferWalk transfer = contracted();
        Paper contract = papers.paper(transfer.code(), CONTRACT);
        int versions = versions(transfer.code(), CONTRACT);

        ProcessInstance instance = papers.submit(provider(transfer) + ".clerk1", transfer.code(), contract);
        assertThat(instance).isWaitingAt(PaperModel.TASK_SIGN).hasBusinessKey(transfer.code());
        assertThat(papers.groups(instance)).containsExactly(provider(transfer) + "-leader");
        papers.sign(instance, provider(transfer), contract.document());
        assertThat(papers.groups(instance)).containsExactly(requester(transfer) + "-leader");
        papers.sign(
                instance,
                requester(transfer),
                papers.signing(transfer.code(), contract).documentToSign());

        assertThat(instance)
                .isEnded()
                .hasPassedInOrder(
                        PaperModel.START_SUBMITTED,
                        PaperModel.TASK_SIGN,
                        PaperModel.GATEWAY_SIGNATURES_LEFT,
                        PaperModel.TASK_SIGN,
                        PaperModel.GATEWAY_SIGNATURES_LEFT,
                        PaperModel.GATEWAY_SIGNED,
                        PaperModel.END_SIGNED)
                .hasNotPassed(PaperModel.EVENT_STOPPED, PaperModel.END_REFUSED);
        PaperSigning signed = papers.signing(transfer.code(), contract);
        assertThat(signed.state()).isEqualTo(SigningState.SIGNED);
        assertThat(signed.signatures())
                .extracting(PaperSignature::party)
                .containsExactly(provider(transfer), requester(transfer));
        assertThat(versions(transfer.code(), CONTRACT)).isEqualTo(versions + 2);
        assertThat(transfer.transferCase().plan().contractDocument()).isEqualTo(contract.document());
    }

    @Test
    void theCaseGoesOnWhileItsContractWaits() {
        TransferWalk transfer = contracted();
        ProcessInstance instance = submitted(transfer);

        transfer.deliver().accept().evaluate();

        assertThat(transfer.instance()).isEnded();
        assertThat(instance).isWaitingAt(PaperModel.TASK_SIGN);
    }

    @Test
    void whoSignsAfterAScanSignsTheScan() {
        TransferWalk transfer = contracted();
        ProcessInstance instance = submitted(transfer);

        papers.scanAs(instance, provider(transfer) + ".leader1");
        papers.sign(instance, requester(transfer), signing(transfer).documentToSign());

        assertThat(instance).isEnded();
        assertThat(signing(transfer).signatures())
                .extracting(PaperSignature::byHand)
                .containsExactly(true, false);
    }

    @Test
    void onlyTheBodyWhoseTurnItIsSignsTheVeryPaper() {
        TransferWalk transfer = contracted();
        ProcessInstance instance = submitted(transfer);
        byte[] issued = papers.content(papers.paper(transfer.code(), CONTRACT).document());

        refuses(instance, provider(transfer), issued, "Tệp đã ký phải là PDF ký tiếp trên đúng văn bản đã duyệt");
        refuses(instance, provider(transfer), SampleFiles.page(), "Tệp đã ký phải là PDF ký tiếp");
        assertThatThrownBy(() -> papers.answer(instance, provider(transfer), Map.of()))
                .cause()
                .hasMessageContaining("Quyết định");
        assertThatThrownBy(() ->
                        papers.answer(instance, provider(transfer), Map.of(PaperModel.SIGNING_DECISION, "refuse")))
                .cause()
                .hasMessageContaining("Lý do không ký");
        assertThat(papers.groups(instance)).containsExactly(provider(transfer) + "-leader");
        assertThat(signing(transfer).signatures()).isEmpty();
    }

    @Test
    void aBodyThatDoesNotSignSaysWhyAndThePaperMayBeSubmittedAgain() {
        TransferWalk transfer = contracted();
        ProcessInstance instance = submitted(transfer);

        papers.answer(instance, provider(transfer), DOES_NOT_SIGN);

        assertThat(instance).isEnded().hasPassed(PaperModel.END_REFUSED).hasNotPassed(PaperModel.END_SIGNED);
        assertThat(signing(transfer))
                .extracting(PaperSigning::state, PaperSigning::reason)
                .containsExactly(SigningState.REFUSED, "Hai bên đã ký trên bản giấy");
        assertThat(subjects(transfer)).contains("[%s] Văn bản không được ký".formatted(transfer.code()));
        assertThat(submitted(transfer)).isWaitingAt(PaperModel.TASK_SIGN);
    }

    @Test
    void aPaperIsSubmittedOnceByItsOwnPeople() {
        TransferWalk transfer = contracted();
        Paper contract = papers.paper(transfer.code(), CONTRACT);

        assertThatThrownBy(() -> papers.submit(provider(transfer) + ".expert1", transfer.code(), contract))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(ProblemException.Kind.FORBIDDEN));
        submitted(transfer);
        assertThatThrownBy(() -> submitted(transfer))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("đã trình ký, đang chờ");
    }

    @Test
    void whatWaitsInACaseThatIsWithdrawnWaitsNoLonger() {
        TransferWalk transfer = contracted();
        ProcessInstance instance = submitted(transfer);

        withdraw(transfer);

        assertThat(transfer.instance()).isEnded();
        assertThat(instance).isEnded().hasPassed(PaperModel.EVENT_STOPPED, PaperModel.END_STOPPED);
        assertThat(signing(transfer).state()).isEqualTo(SigningState.STOPPED);
        assertThatThrownBy(() -> submitted(transfer))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("đã rút");
    }

    @Test
    void nothingWaitsInACaseThatIsWithdrawnWhileItsPaperIsSubmitted() throws Exception {
        for (int time = 0; time < 3; time++) {
            TransferWalk transfer = contracted();
            Paper contract = papers.paper(transfer.code(), CONTRACT);

            List<RuntimeException> refusals = atOnce(() -> withdraw(transfer), () -> submitted(transfer));

            assertThat(refusals).hasSizeLessThan(2);
            assertThat(transfer.instance()).isEnded();
            assertThat(toSign(contract.document())).isEmpty();
            assertThat(runtimeService
                            .createProcessInstanceQuery()
                            .processDefinitionKey(PaperModel.PROCESS)
                            .processInstanceBusinessKey(transfer.code())
                            .list())
                    .isEmpty();
        }
    }

    @Test
    void aDecisionAndAReportAreSignedByTheBodyThatIssuedThem() {
        ConsultingWalk walk = consulting.open().upTo(ConsultingModel.TASK_CARRY_OUT_STEP);
        Paper decision = papers.paper(walk.code(), "decision");
        ProcessInstance first = papers.submit("binhduong.clerk1", walk.code(), decision);
        papers.sign(first, "binhduong", decision.document());
        assertThat(first).isEnded().hasPassed(PaperModel.END_SIGNED);

        walk.carryOut(70_000_000).reassess(4).close().registerOutcome();
        Paper report = papers.paper(walk.code(), "report");
        ProcessInstance second = papers.submit("binhduong.leader1", walk.code(), report);
        papers.sign(second, "binhduong", report.document());

        assertThat(second).isEnded();
        assertThat(versions(walk.code(), "decision")).isEqualTo(2);
        assertThat(versions(walk.code(), "report")).isEqualTo(2);
        assertThat(walk.consultingCase().papers())
                .extracting(paper -> paper.document())
                .containsExactly(decision.document(), report.document());
        assertThat(consulting.told(walk.code(), "signed-decision")).hasSize(1);
        assertThat(consulting.told(walk.code(), "signed-report")).hasSize(1);
    }

    @Test
    void severalSignForABodyInTheOrderOfTheRule() {
        ConsultingWalk walk = consulting.open().upTo(ConsultingModel.TASK_CARRY_OUT_STEP);
        Paper decision = papers.paper(walk.code(), "decision");
        ProcessInstance instance;
        try (SigningRule leaderThenSeal = SigningRule.of(rules, LEADER_THEN_SEAL)) {
            instance = papers.submit("binhduong.clerk1", walk.code(), decision);
        }

        assertThat(papers.groups(instance)).containsExactly("binhduong-leader");
        papers.sign(instance, "binhduong", decision.document());
        assertThat(papers.open(instance))
                .containsExactly("binhduong-clerk: Ký số văn bản (văn thư, chữ ký số của cơ quan, tổ chức)");
        papers.signAs(
                instance,
                "binhduong.clerk1",
                papers.signing(walk.code(), decision).documentToSign());

        assertThat(instance).isEnded().hasPassed(PaperModel.END_SIGNED);
        assertThat(papers.signing(walk.code(), decision).signatures())
                .extracting(PaperSignature::role, PaperSignature::key)
                .containsExactly(tuple(Role.LEADER, KeyOwner.PERSON), tuple(Role.CLERK, KeyOwner.BODY));
    }

    @Test
    void thoseOfOneRankSignInAnyOrder() {
        for (boolean leaderFirst : List.of(true, false)) {
            ConsultingWalk walk = consulting.open().upTo(ConsultingModel.TASK_CARRY_OUT_STEP);
            Paper decision = papers.paper(walk.code(), "decision");
            ProcessInstance instance = submitted(walk, decision);
            assertThat(papers.open(instance))
                    .containsExactlyInAnyOrder(
                            "binhduong-leader: Ký số văn bản", "binhduong-officer: Ký số văn bản (chuyên viên)");
            assertThat(toSign(decision.document())).containsExactlyInAnyOrder("binhduong-leader", "binhduong-officer");

            if (leaderFirst) {
                papers.signAs(instance, "binhduong.leader1", decision.document());
                papers.scanAs(instance, "binhduong.officer1");
            } else {
                papers.scanAs(instance, "binhduong.officer1");
                UUID scan = papers.signing(walk.code(), decision).documentToSign();
                assertThat(papers.groups(instance)).containsExactly("binhduong-leader");
                assertThat(toSign(scan)).containsExactly("binhduong-leader");
                papers.signAs(instance, "binhduong.leader1", scan);
            }

            assertThat(instance).isEnded().hasPassed(PaperModel.END_SIGNED);
            assertThat(papers.signing(walk.code(), decision).signatures())
                    .extracting(PaperSignature::role)
                    .containsExactly(
                            leaderFirst ? Role.LEADER : Role.OFFICER, leaderFirst ? Role.OFFICER : Role.LEADER);
            assertThat(toSign(papers.signing(walk.code(), decision).documentToSign()))
                    .isEmpty();
        }
    }

    @Test
    void theSameRankOfAllPartiesIsOpenAtOnceAndTheNextOneAfterIt() {
        TransferWalk transfer = contracted();
        ProcessInstance instance = submittedInRanks(transfer);
        String provider = provider(transfer);
        String requester = requester(transfer);
        assertThat(papers.groups(instance)).containsExactlyInAnyOrder(provider + "-leader", requester + "-leader");
        assertThatThrownBy(() -> submitted(transfer))
                .isInstanceOf(ProblemException.class)
                .hasMessageContainingAll(
                        "đã trình ký, đang chờ", signing(transfer).waitsFor());

        papers.sign(instance, requester, signing(transfer).documentToSign());
        assertThat(papers.groups(instance)).containsExactly(provider + "-leader");
        papers.sign(instance, provider, signing(transfer).documentToSign());
        assertThat(papers.groups(instance)).containsExactlyInAnyOrder(provider + "-clerk", requester + "-clerk");
        papers.signAs(instance, requester + ".clerk1", signing(transfer).documentToSign());
        papers.signAs(instance, provider + ".clerk1", signing(transfer).documentToSign());

        assertThat(instance).isEnded().hasPassed(PaperModel.END_SIGNED);
        assertThat(signing(transfer).signatures())
                .extracting(PaperSignature::party, PaperSignature::key, PaperSignature::byHand)
                .containsExactly(
                        tuple(requester, KeyOwner.PERSON, false),
                        tuple(provider, KeyOwner.PERSON, false),
                        tuple(requester, KeyOwner.BODY, false),
                        tuple(provider, KeyOwner.BODY, false));
    }

    @Test
    void nobodySignsAPaperBeforeThereIsOne() {
        TransferWalk transfer = contracted();
        ProcessInstance instance = submitted(transfer);
        UUID paper = signing(transfer).documentToSign();
        Instant early = documents.info(paper).uploadedAt().minus(Duration.ofMinutes(6));
        clock.set(LocalDateTime.ofInstant(early, clock.getZone()).toString());
        byte[] signed;
        try {
            signed = papers.signed(paper, provider(transfer) + ".leader1");
        } finally {
            clock.reset();
        }

        refuses(instance, provider(transfer), signed, "trước khi văn bản được lập");
        papers.sign(instance, provider(transfer), paper);
    }

    @Test
    void theSecondOfARankSignsWhatTheFirstHasSigned() {
        TransferWalk transfer = contracted();
        ProcessInstance instance = submittedInRanks(transfer);
        byte[] overtaken = papers.signed(signing(transfer).documentToSign(), provider(transfer) + ".leader1");
        papers.sign(instance, requester(transfer), signing(transfer).documentToSign());

        refuses(instance, provider(transfer), overtaken, OVERTAKEN);

        assertThat(signing(transfer).signatures()).hasSize(1);
        papers.sign(instance, provider(transfer), signing(transfer).documentToSign());
        assertThat(signing(transfer).signatures()).hasSize(2);
    }

    @Test
    void ofTwoWhoSignAtTheSameMomentOneSignsAgainAndNothingIsLost() throws Exception {
        TransferWalk transfer = contracted();
        ProcessInstance instance = submittedInRanks(transfer);
        byte[] one = papers.signed(signing(transfer).documentToSign(), provider(transfer) + ".leader1");
        byte[] other = papers.signed(signing(transfer).documentToSign(), requester(transfer) + ".leader1");

        List<RuntimeException> refusals = atOnce(
                () -> papers.handIn(instance, provider(transfer), one),
                () -> papers.handIn(instance, requester(transfer), other));

        assertThat(refusals).singleElement().satisfies(PaperSigningProcessTest::assertOvertaken);
        assertThat(signing(transfer).signatures()).hasSize(1);
        String left = papers.groups(instance).get(0).replace("-leader", "");
        papers.sign(instance, left, signing(transfer).documentToSign());
        assertThat(papers.groups(instance)).hasSize(2);
        assertThat(signing(transfer).signatures())
                .extracting(PaperSignature::party)
                .containsExactlyInAnyOrder(provider(transfer), requester(transfer));
    }

    @Test
    void ofOneWhoSignsAndOneWhoDoesNotAtTheSameMomentBothAreRemembered() throws Exception {
        TransferWalk transfer = contracted();
        ProcessInstance instance = submittedInRanks(transfer);

        List<RuntimeException> refusals = atOnce(
                () -> papers.scanAs(instance, provider(transfer) + ".leader1"),
                () -> papers.answer(instance, requester(transfer), DOES_NOT_SIGN));

        PaperSigning signing = signing(transfer);
        assertThat(refusals).hasSizeLessThan(2);
        assertThat(signing.signatures().size() + (signing.state() == SigningState.REFUSED ? 1 : 0))
                .isEqualTo(2 - refusals.size());
        if (signing.state() == SigningState.WAITING) {
            papers.answer(instance, requester(transfer), DOES_NOT_SIGN);
        }
        assertThat(instance).isEnded().hasPassed(PaperModel.END_REFUSED).hasNotPassed(PaperModel.END_SIGNED);
    }

    @Test
    void onceOneOfARankDoesNotSignNobodyDoes() {
        TransferWalk transfer = contracted();
        ProcessInstance instance = submittedInRanks(transfer);

        papers.answer(instance, requester(transfer), DOES_NOT_SIGN);

        assertThat(instance)
                .isEnded()
                .hasPassedInOrder(
                        PaperModel.TASK_SIGN,
                        PaperModel.GATEWAY_SIGNATURES_LEFT,
                        PaperModel.GATEWAY_SIGNED,
                        PaperModel.END_REFUSED)
                .hasNotPassed(PaperModel.END_SIGNED);
        assertThat(papers.open(instance)).isEmpty();
        assertThat(signing(transfer))
                .extracting(PaperSigning::state, PaperSigning::endedBy)
                .containsExactly(SigningState.REFUSED, requester(transfer) + ".leader1");
        assertThat(submitted(transfer)).isWaitingAt(PaperModel.TASK_SIGN);
    }

    @Test
    void theWithdrawalOfACaseEndsTheTasksOfAllWhoseTurnItIs() {
        TransferWalk transfer = contracted();
        ProcessInstance instance = submittedInRanks(transfer);
        assertThat(papers.open(instance)).hasSize(2);

        withdraw(transfer);

        assertThat(papers.open(instance)).isEmpty();
        assertThat(instance).isEnded().hasPassed(PaperModel.EVENT_STOPPED, PaperModel.END_STOPPED);
        assertThat(signing(transfer).state()).isEqualTo(SigningState.STOPPED);
    }

    @Test
    void aReportOfACooperationIsSignedByWhoLeads() {
        ProcessInstance registering = reports.upTo(ReportModel.TASK_REGISTER);
        String code = registering.getBusinessKey();
        people.does(
                "binhduong.clerk1",
                () -> taskService.complete(
                        taskService
                                .createTaskQuery()
                                .processInstanceId(registering.getId())
                                .singleResult()
                                .getId(),
                        Map.of(
                                ReportModel.DOCUMENT_NUMBER,
                                "9067/BC-STTTT",
                                ReportModel.DOCUMENT_DATE,
                                LocalDate.now().toString())));
        jobs.runContinuations(registering);
        Paper report = papers.paper(code, "report");

        ProcessInstance instance = papers.submit("binhduong.officer1", code, report);
        papers.sign(instance, "binhduong", report.document());

        assertThat(instance).isEnded().hasPassed(PaperModel.END_SIGNED);
        assertThat(versions(code, "report")).isEqualTo(2);
    }

    private TransferWalk contracted() {
        return transfers.open().upTo(TransferModel.TASK_DELIVER_ITEM);
    }

    private ProcessInstance submitted(TransferWalk transfer) {
        return papers.submit(
                provider(transfer) + ".officer1", transfer.code(), papers.paper(transfer.code(), CONTRACT));
    }

    /** By leaders in any order, and then sealed in any order. */
    private ProcessInstance submittedInRanks(TransferWalk transfer) {
        try (SigningRule leadersThenSeals = SigningRule.of(rules, LEADERS_THEN_SEALS)) {
            return submitted(transfer);
        }
    }

    /** By a leader and an officer in any order. */
    private ProcessInstance submitted(ConsultingWalk walk, Paper decision) {
        try (SigningRule leaderAndOfficer = SigningRule.of(rules, LEADER_AND_OFFICER)) {
            return papers.submit("binhduong.clerk1", walk.code(), decision);
        }
    }

    private void withdraw(TransferWalk transfer) {
        people.does(
                requester(transfer) + ".officer1",
                () -> runtimeService
                        .createMessageCorrelation(CaseModel.MESSAGE_WITHDRAWN)
                        .processInstanceBusinessKey(transfer.code())
                        .setVariable(CaseVariables.WITHDRAWAL_REASON, "Không còn nhu cầu")
                        .correlate());
    }

    private List<String> subjects(TransferWalk transfer) {
        return jdbc.sql("select subject from lienket.message where case_code = ? and person_id like '%.officer1'")
                .param(transfer.code())
                .query(String.class)
                .list();
    }

    private List<String> toSign(UUID document) {
        return texts.stream().flatMap(known -> known.signers(document).stream()).toList();
    }

    /** What those of two who were refused were told. */
    private static List<RuntimeException> atOnce(Runnable one, Runnable other) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<RuntimeException> refusals = new ArrayList<>();
        try {
            List<Future<Optional<RuntimeException>>> both = Stream.of(one, other)
                    .map(step -> threads.submit(() -> {
                        together.await();
                        return refusalOf(step);
                    }))
                    .toList();
            for (Future<Optional<RuntimeException>> done : both) {
                done.get().ifPresent(refusals::add);
            }
        } finally {
            threads.shutdownNow();
        }
        return refusals;
    }

    private static Optional<RuntimeException> refusalOf(Runnable step) {
        try {
            step.run();
            return Optional.empty();
        } catch (RuntimeException refusal) {
            return Optional.of(refusal);
        }
    }

    /** By the sentence about the newer file, or by the engine, which is 409. */
    private static void assertOvertaken(RuntimeException refusal) {
        if (!(refusal instanceof OptimisticLockingException)) {
            assertThat(refusal).hasRootCauseInstanceOf(ProblemException.class).hasRootCauseMessage(OVERTAKEN);
        }
    }

    private PaperSigning signing(TransferWalk transfer) {
        return papers.signing(transfer.code(), papers.paper(transfer.code(), CONTRACT));
    }

    private static String provider(TransferWalk transfer) {
        return transfer.transferCase().providingOrganisation();
    }

    private static String requester(TransferWalk transfer) {
        return transfer.transferCase().requestingOrganisation();
    }

    private int versions(String caseCode, String kind) {
        List<CaseDocument> all = documents.of(caseCode);
        return (int)
                all.stream().filter(document -> document.kind().equals(kind)).count();
    }

    private void refuses(ProcessInstance instance, String organisation, byte[] file, String sentence) {
        assertThatThrownBy(() -> papers.handIn(instance, organisation, file))
                .cause()
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(sentence);
    }
}
