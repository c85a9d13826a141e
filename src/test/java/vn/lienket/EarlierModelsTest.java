package vn.lienket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Element;
import vn.lienket.agreement.AgreementState;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.cases.process.CaseMessages;
import vn.lienket.cases.process.CaseModel;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.consulting.ConsultingState;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.enterprise.process.EnterpriseModel;
import vn.lienket.paper.Paper;
import vn.lienket.paper.SigningState;
import vn.lienket.paper.process.PaperModel;
import vn.lienket.report.process.ReportModel;
import vn.lienket.signature.SigningRule;
import vn.lienket.signature.SigningRules;
import vn.lienket.support.ConsultingCases;
import vn.lienket.support.ConsultingFields;
import vn.lienket.support.ConsultingWalk;
import vn.lienket.support.Decisions;
import vn.lienket.support.Decisions.NotInForce;
import vn.lienket.support.Jobs;
import vn.lienket.support.PaperCases;
import vn.lienket.support.People;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.ReportCases;
import vn.lienket.support.SigningCase;
import vn.lienket.support.SigningCases;
import vn.lienket.support.TestClock;
import vn.lienket.support.TransferCases;
import vn.lienket.support.TransferFields;
import vn.lienket.support.TransferWalk;
import vn.lienket.transfer.TransferState;
import vn.lienket.transfer.process.TransferModel;

/**
 * A case that is running when its process is drawn anew goes on by the drawing it began with, to its end. The earlier drawings, on
 * one level, with days of their own or with Camunda Forms, are kept under {@code src/test/resources/models}.
 */
@ProcessTest
class EarlierModelsTest {

    private static final Path EARLIER = Path.of("src/test/resources/models/one-level");
    private static final Path LITERAL_DAYS = Path.of("src/test/resources/models/days-in-the-model");
    private static final Path BEFORE_REGISTRATION = Path.of("src/test/resources/models/before-registration");
    private static final Path CAMUNDA_FORMS = Path.of("src/test/resources/models/camunda-forms");
    private static final Path ONE_SIGNER = Path.of("src/test/resources/models/one-signer-a-party");
    private static final Path IN_LINE = Path.of("src/test/resources/models/papers-in-line");
    private static final String PAPER = "paper-signing.bpmn";
    private static final String SIGNING = "agreement-signing.bpmn";
    private static final String LIFECYCLE = "agreement-lifecycle.bpmn";
    private static final String TRANSFER = "technology-transfer.bpmn";
    private static final String CONSULTING = "sme-consulting.bpmn";

    private static final Map<String, Object> ROUTE =
            Map.of("chosenExpertise", "data-and-ai", "daysAllowed", 7, "routeBasis", "Ý kiến chỉ đạo");
    private static final Map<String, Object> REGISTRATION =
            Map.of("registrationCompulsory", true, "registrationDays", 60, "registrationBasis", "Ý kiến chỉ đạo");
    private static final Map<String, Object> SIZE = Map.of("chosenSize", "medium", "sizeBasis", "Báo cáo thuế 2025");
    private static final Map<String, Object> LEVEL =
            Map.of("chosenLevel", "level3", "levelBasis", "Ý kiến tổ chuyên gia");
    private static final Map<String, Object> ENTITLEMENTS = Map.of(
            "entitlements",
            ConsultingFields.json(List.of(
                    Map.of("supportKind", "dx-solution", "rate", 30, "cap", 20_000_000, "citation", "QĐ 1"),
                    Map.of("supportKind", "dx-consulting", "rate", 0, "cap", 0, "citation", "QĐ 2"))));

    @Autowired
    RepositoryService repositoryService;

    @Autowired
    HistoryService historyService;

    @Autowired
    FormService formService;

    @Autowired
    TaskService taskService;

    @Autowired
    SigningCases agreements;

    @Autowired
    SigningRules signingRules;

    @Autowired
    ReportCases reports;

    @Autowired
    TransferCases transfers;

    @Autowired
    PaperCases papers;

    @Autowired
    ConsultingCases consulting;

    @Autowired
    Decisions decisions;

    @Autowired
    CaseMessages messages;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    private final List<String> deployments = new ArrayList<>();

    @AfterEach
    void leaveTheModelsAsTheyWere() {
        deployments.forEach(deployment -> repositoryService.deleteDeployment(deployment, true));
        clock.reset();
    }

    @Test
    void aTransferIsTakenThroughAllItsSteps() {
        clock.set("2026-11-02T09:00");
        deployEarlier("transfer", TRANSFER);
        Map<String, Object> fields = new HashMap<>(TransferFields.startWithTwoExperts());
        fields.put("usesStateBudget", true);
        TransferWalk walk = transfers.open(fields).check("supplement", "Thiếu thuyết minh");
        deployPresent("transfer");
        assertNotOfTheLatest(walk.instance());

        clock.set("2026-11-16T17:00");
        jobs.fireTimer(walk.instance(), TransferModel.EVENT_SUPPLEMENT_SILENT);
        walk.supplement(Map.of("supplementNote", "Đã gửi thuyết minh"));
        try (NotInForce none = decisions.notInForce(TransferModel.DECISION_ROUTE)) {
            walk.check("accept", "");
        }
        walk.complete(TransferModel.TASK_ROUTE, ROUTE)
                .assess("feasible", "infeasible")
                .decideFeasibility("feasible")
                .plan()
                .approve("binhduong", "changes", "Thêm một buổi đào tạo")
                .approve("qtsc", "approve", "")
                .plan();
        try (NotInForce none = decisions.notInForce(TransferModel.DECISION_REGISTRATION)) {
            walk.approveByAll();
        }
        walk.complete(TransferModel.TASK_DETERMINE_REGISTRATION, REGISTRATION);
        jobs.fireTimer(walk.instance(), TransferModel.EVENT_THIRTY_DAYS_BEFORE);
        walk.register("2026-11-16").deliver().defects("2").deliver().accept().evaluate();

        assertThat(walk.transferCase().state()).isEqualTo(TransferState.CLOSED);
        assertThat(passed(walk.instance()))
                .containsAll(userTasks(TRANSFER))
                .contains(TransferModel.TASK_SUSPEND, TransferModel.TASK_WARN_REGISTRATION, TransferModel.END_EVALUATED)
                .doesNotContain(TransferModel.SUB_PROCESS_INTAKE);
    }

    @Test
    void aConsultingCaseIsTakenThroughAllItsSteps() {
        deployEarlier("consulting", CONSULTING);
        ConsultingWalk walk;
        try (NotInForce none = decisions.notInForce(EnterpriseModel.DECISION_SIZE)) {
            walk = consulting.open();
        }
        walk.complete(ConsultingModel.TASK_DETERMINE_SIZE, SIZE).verify("supplement", "Thiếu báo cáo tài chính");
        deployPresent("consulting");
        assertNotOfTheLatest(walk.instance());

        jobs.fireTimer(walk.instance(), ConsultingModel.EVENT_SUPPLEMENT_SILENT);
        walk.supplement(Map.of("supplementNote", "Đã gửi báo cáo tài chính"));
        try (NotInForce none = decisions.notInForce(ConsultingModel.DECISION_CONSULTANT)) {
            walk.verify("accept", "");
        }
        walk.complete(ConsultingModel.TASK_CHOOSE_CONSULTANT, Map.of("chosenConsultant", "binhduong.expert2"));
        try (NotInForce none = decisions.notInForce(ConsultingModel.DECISION_LEVEL)) {
            walk.assess(1)
                    .complete(ConsultingModel.TASK_DETERMINE_LEVEL, LEVEL)
                    .draft(ConsultingFields.steps())
                    .confirm("changes", "Giảm chi phí phần mềm")
                    .draft(ConsultingFields.steps());
        }
        try (NotInForce none = decisions.notInForce(ConsultingModel.DECISION_SUPPORT)) {
            walk.confirm("agree", "");
        }
        walk.complete(ConsultingModel.TASK_DETERMINE_ENTITLEMENT, ENTITLEMENTS)
                .decideSupport("grant", "")
                .carryOut(70_000_000);
        try (NotInForce none = decisions.notInForce(ConsultingModel.DECISION_LEVEL)) {
            walk.reassess(4);
        }
        walk.complete(ConsultingModel.TASK_DETERMINE_REASSESSED_LEVEL, LEVEL).close();

        assertThat(walk.consultingCase().state()).isEqualTo(ConsultingState.CLOSED);
        assertThat(passed(walk.instance()))
                .containsAll(userTasks(CONSULTING))
                .contains(ConsultingModel.TASK_SUSPEND, ConsultingModel.END_CLOSED)
                .doesNotContain(ConsultingModel.SUB_PROCESS_INTAKE);
    }

    /** Its papers went out without a number. */
    @Test
    void aConsultingCaseEndsWithoutAClerk() {
        deploy("consulting", Map.of(CONSULTING, BEFORE_REGISTRATION.resolve(CONSULTING)));
        ConsultingWalk walk = consulting.open().upTo(ConsultingModel.TASK_DECIDE_SUPPORT);
        deployPresent("consulting");
        assertNotOfTheLatest(walk.instance());

        walk.decideSupport("grant", "").carryOut(70_000_000).reassess(4).close();

        assertThat(walk.consultingCase().state()).isEqualTo(ConsultingState.CLOSED);
        assertThat(walk.consultingCase().papers()).isEmpty();
        assertThat(passed(walk.instance()))
                .contains(ConsultingModel.END_CLOSED)
                .doesNotContain(ConsultingModel.TASK_REGISTER_OUTCOME);
        assertThat(consulting.told(walk.code(), "support")).isNotEmpty();
        assertThat(consulting.told(walk.code(), "closed")).isNotEmpty();
    }

    /** Its days stood in the drawing itself. */
    @Test
    void anAgreementIsWatchedToItsEnd() {
        Path renewal = CAMUNDA_FORMS.resolve("agreement/decide-renewal.form");
        deploy("agreement", Map.of(LIFECYCLE, LITERAL_DAYS.resolve(LIFECYCLE), "decide-renewal.form", renewal));
        SigningCase signing = agreements.open().inForce();
        ProcessInstance lifecycle = agreements.instance(AgreementModel.LIFECYCLE_PROCESS, signing.code());
        deployPresent("agreement");
        assertNotOfTheLatest(lifecycle);

        jobs.fireTimer(lifecycle, AgreementModel.EVENT_SIXTY_DAYS_BEFORE);
        jobs.fireTimer(lifecycle, AgreementModel.EVENT_THIRTY_DAYS_BEFORE);
        assertThat(agreements.told(signing.code(), "expiry-60")).isNotEmpty();
        assertThat(agreements.told(signing.code(), "expiry-30")).isNotEmpty();
        jobs.fireTimer(lifecycle, AgreementModel.EVENT_EXPIRED_UNDECIDED);

        assertThat(signing.agreement().state()).isEqualTo(AgreementState.EXPIRED);
        assertThat(passed(lifecycle))
                .contains(
                        AgreementModel.TASK_WARN_EXPIRY_60,
                        AgreementModel.TASK_WARN_EXPIRY_30,
                        AgreementModel.END_EXPIRED);
    }

    /** Each party had one signer, its leader; the rule of today is for those that begin today. */
    @Test
    void anAgreementIsSignedByTheLeadersAlone() {
        deploy("agreement", Map.of(SIGNING, ONE_SIGNER.resolve(SIGNING)));
        SigningCase signing = agreements.open().upTo(AgreementModel.TASK_APPROVE);
        deployPresent("agreement");
        assertNotOfTheLatest(signing.instance());

        try (SigningRule rule = SigningRule.of(signingRules, """
                - paper: agreement
                  parties: parallel
                  signers:
                    - { rank: 1, role: leader, key: person }
                    - { rank: 2, role: clerk, key: body }
                """)) {
            signing.each(party -> signing.approve(party, "approve", ""));
        }
        assertThat(signing.tasks(AgreementModel.TASK_SIGN)).hasSize(1);
        signing.sign("binhduong").sign("tayninh").each(signing::register);

        assertThat(signing.agreement().state()).isEqualTo(AgreementState.IN_FORCE);
        assertThat(passed(signing.instance()))
                .contains(AgreementModel.END_IN_FORCE)
                .doesNotContain(AgreementModel.GATEWAY_SIGNATURES_LEFT);
    }

    /** One signed after the other; the ranks of the rule are for those that are submitted today. */
    @Test
    void aPaperIsSignedByOneAfterTheOther() {
        deploy("paper", Map.of(PAPER, IN_LINE.resolve(PAPER)));
        TransferWalk transfer = transfers.open().upTo(TransferModel.TASK_DELIVER_ITEM);
        Paper contract = papers.paper(transfer.code(), "contract");
        String provider = transfer.transferCase().providingOrganisation();
        String requester = transfer.transferCase().requestingOrganisation();
        ProcessInstance instance = papers.submit(provider + ".clerk1", transfer.code(), contract);
        deployPresent("paper");
        assertNotOfTheLatest(instance);

        assertThat(papers.open(instance)).containsExactly(provider + "-leader: Ký số văn bản");
        papers.sign(instance, provider, contract.document());
        assertThat(papers.open(instance)).containsExactly(requester + "-leader: Ký số văn bản");
        papers.sign(
                instance, requester, papers.signing(transfer.code(), contract).documentToSign());

        assertThat(papers.signing(transfer.code(), contract).state()).isEqualTo(SigningState.SIGNED);
        assertThat(passed(instance)).contains(PaperModel.END_SIGNED).doesNotContain(PaperModel.GATEWAY_SIGNATURES_LEFT);
    }

    /** Its forms showed what they are about out of variables. */
    @Test
    void anAgreementIsTakenThroughCamundaForms() {
        deployCamundaForms("agreement");
        SigningCase signing = agreements.open();
        ProcessInstance lifecycle = agreements.instance(
                AgreementModel.LIFECYCLE_PROCESS, agreements.open().inForce().code());
        deployPresent("agreement");
        assertNotOfTheLatest(signing.instance());
        assertNotOfTheLatest(lifecycle);

        signing.draft()
                .review("binhduong", "changes", "Bổ sung đầu mối")
                .review("tayninh", "approve", "")
                .revise();
        String[] ofTheDraft = {
            "caseCode", "caseTitle", "draftVersion", "currentDraftDocumentId", "currentDraftNote", "earlierComments"
        };
        assertShown(signing.task(AgreementModel.TASK_REVIEW, "tayninh"), ofTheDraft);
        signing.each(party -> signing.review(party, "approve", ""));
        assertShown(signing.task(AgreementModel.TASK_APPROVE, "tayninh"), ofTheDraft);
        signing.each(party -> signing.approve(party, "approve", "")).each(signing::sign);
        assertShown(
                signing.task(AgreementModel.TASK_REGISTER, "tayninh"),
                "caseCode",
                "caseTitle",
                "currentSignedDocumentId",
                "documentNumber");
        signing.each(signing::register);
        jobs.fireTimer(lifecycle, AgreementModel.EVENT_SIXTY_DAYS_BEFORE);
        Task renewal = taskOf(lifecycle);
        assertShown(renewal, "caseCode", "caseTitle");
        people.does(
                "binhduong.officer1", () -> taskService.complete(renewal.getId(), Map.of("renewalDecision", "expire")));

        assertThat(signing.agreement().state()).isEqualTo(AgreementState.IN_FORCE);
        assertThat(passed(signing.instance())).contains(AgreementModel.END_IN_FORCE);
        assertThat(passed(lifecycle)).contains(AgreementModel.TASK_DECIDE_RENEWAL);
    }

    @Test
    void aReportIsRegisteredInACamundaForm() {
        deployCamundaForms("report");
        ProcessInstance report = reports.upTo(ReportModel.TASK_REGISTER);
        deployPresent("report");
        assertNotOfTheLatest(report);
        Task task = taskOf(report);

        assertShown(task, "caseCode", "caseTitle", "currentDraftDocumentId", "documentNumber");
        people.does(
                "binhduong.clerk1",
                () -> taskService.complete(
                        task.getId(),
                        Map.of(
                                "documentNumber",
                                taskService.getVariable(task.getId(), "documentNumber"),
                                "documentDate",
                                LocalDate.now(clock).toString())));
        jobs.runContinuations(report);

        assertThat(passed(report)).contains(ReportModel.END_SENT);
    }

    @Test
    void bothAreStillWithdrawn() {
        deployEarlier("transfer", TRANSFER);
        deployEarlier("consulting", CONSULTING);
        TransferWalk transfer = transfers.open().upTo(TransferModel.TASK_APPROVE_PLAN);
        ConsultingWalk consultingCase = consulting.open().upTo(ConsultingModel.TASK_CONFIRM_ROADMAP);
        deployPresent("transfer");
        deployPresent("consulting");

        withdraw("tayninh.leader1", transfer.code());
        withdraw("binhduong.leader1", consultingCase.code());

        assertThat(transfer.transferCase().state()).isEqualTo(TransferState.WITHDRAWN);
        assertThat(consultingCase.consultingCase().state()).isEqualTo(ConsultingState.WITHDRAWN);
        assertThat(passed(transfer.instance())).contains(TransferModel.END_WITHDRAWN);
        assertThat(passed(consultingCase.instance())).contains(ConsultingModel.END_WITHDRAWN);
    }

    private void withdraw(String leader, String caseCode) {
        people.does(
                leader,
                () -> messages.send(
                        CaseModel.MESSAGE_WITHDRAWN, caseCode, CaseVariables.WITHDRAWAL_REASON, "Đổi kế hoạch"));
    }

    private void deployEarlier(String folder, String model) {
        deploy(folder, Map.of(model, EARLIER.resolve(model)));
    }

    private void deployCamundaForms(String folder) {
        deploy(folder, byName(ModelFile.files(CAMUNDA_FORMS.resolve(folder), ".bpmn", ".form")));
    }

    private void deployPresent(String folder) {
        deploy(folder, Map.of());
    }

    /** As the application deploys a folder at its start, with some files replaced or added. */
    private void deploy(String folder, Map<String, Path> replaced) {
        DeploymentBuilder deployment = repositoryService.createDeployment();
        Map<String, Path> files = byName(ModelFile.files(".bpmn", ".dmn", ".form", ".html")
                .filter(file -> file.getParent().endsWith(folder)));
        files.putAll(replaced);
        files.forEach((name, file) -> {
            try (InputStream content = Files.newInputStream(file)) {
                deployment.addInputStream(folder + "/" + name, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        deployments.add(deployment.deploy().getId());
    }

    private static Map<String, Path> byName(Stream<Path> files) {
        Map<String, Path> named = new TreeMap<>();
        files.forEach(file -> named.put(file.getFileName().toString(), file));
        return named;
    }

    /** The form that was deployed with the process asks for these variables, and gets them. */
    private void assertShown(Task task, String... variables) {
        try (InputStream form = formService.getDeployedTaskForm(task.getId())) {
            assertThat(new String(form.readAllBytes(), StandardCharsets.UTF_8)).contains(variables);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Object> given = formService.getTaskFormVariables(task.getId(), List.of(variables), false);
        assertThat(given).containsOnlyKeys(variables);
        assertThat(given.values()).doesNotContainNull();
    }

    private Task taskOf(ProcessInstance instance) {
        return taskService.createTaskQuery().processInstanceId(instance.getId()).singleResult();
    }

    private void assertNotOfTheLatest(ProcessInstance instance) {
        assertThat(repositoryService
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(instance.getProcessDefinitionId().split(":")[0])
                        .latestVersion()
                        .singleResult()
                        .getId())
                .isNotEqualTo(instance.getProcessDefinitionId());
    }

    private Set<String> passed(ProcessInstance instance) {
        Set<String> passed = new HashSet<>();
        for (HistoricActivityInstance activity : historyService
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .finished()
                .list()) {
            passed.add(activity.getActivityId());
        }
        return passed;
    }

    private static List<String> userTasks(String model) {
        return ModelFile.read(EARLIER.resolve(model))
                .bpmn("userTask")
                .map((Element task) -> task.getAttribute("id"))
                .toList();
    }
}
