package vn.lienket.support;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import vn.lienket.agreement.Agreement;
import vn.lienket.agreement.AgreementParty;
import vn.lienket.agreement.Draft;
import vn.lienket.agreement.Signature;
import vn.lienket.agreement.process.AgreementModel;

/** One agreement, taken from step to step by its people at the engine's own API; each step runs the jobs it leaves behind. */
public class SigningCase {

    private static final String LEAD = "binhduong";
    private static final Map<String, String> ROLES = Map.of(
            AgreementModel.TASK_DRAFT, "officer",
            AgreementModel.TASK_REVIEW, "legal",
            AgreementModel.TASK_REVISE, "officer",
            AgreementModel.TASK_APPROVE, "leader",
            AgreementModel.TASK_SIGN, "leader",
            AgreementModel.TASK_REGISTER, "clerk");

    private final SigningCases cases;
    private final ProcessInstance instance;

    SigningCase(SigningCases cases, ProcessInstance instance) {
        this.cases = cases;
        this.instance = instance;
    }

    public ProcessInstance instance() {
        return instance;
    }

    public String code() {
        return instance.getBusinessKey();
    }

    public Agreement agreement() {
        return cases.agreement(code());
    }

    /** The open tasks with this key, one per party that has not done it yet. */
    public List<Task> tasks(String key) {
        return cases.taskService
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(key)
                .list();
    }

    /** The open task of an organisation; null if there is none. */
    public Task task(String key, String organisation) {
        return cases.taskService
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(key)
                .taskCandidateGroup(organisation + "-" + ROLES.get(key))
                .singleResult();
    }

    /** Generates the draft from the template. */
    public SigningCase draft() {
        return complete(AgreementModel.TASK_DRAFT, LEAD, Map.of("generateDraft", true));
    }

    public SigningCase review(String party, String decision, String comment) {
        return complete(
                AgreementModel.TASK_REVIEW, party, Map.of("reviewDecision", decision, "reviewComment", comment));
    }

    /** Hands in the draft with a line more. */
    public SigningCase revise() {
        String next = cases.stored(
                AgreementCase.continued(cases.content(currentDraft().document()), "revised"),
                "revised.pdf",
                instance.getTenantId());
        return complete(
                AgreementModel.TASK_REVISE, LEAD, Map.of("draftDocumentId", next, "revisionNote", "Đã chỉnh sửa"));
    }

    public SigningCase approve(String party, String decision, String comment) {
        return complete(
                AgreementModel.TASK_APPROVE, party, Map.of("approvalDecision", decision, "approvalComment", comment));
    }

    /** Signs the file that is to be signed with the key of the demonstration. */
    public SigningCase sign(String party) {
        return handIn(party, cases.signed(fileToSign(), party + ".leader1"));
    }

    /** Hands a file in as signed. */
    public SigningCase handIn(String party, byte[] file) {
        String document = cases.stored(file, "da-ky.pdf", instance.getTenantId());
        return complete(AgreementModel.TASK_SIGN, party, Map.of("signedDocumentId", document));
    }

    /** Hands in what is said to be a scan of the paper. */
    public SigningCase signByHand(String party, byte[] scan) {
        String document = cases.stored(scan, "ban-quet.pdf", instance.getTenantId());
        return complete(AgreementModel.TASK_SIGN, party, Map.of("signedDocumentId", document, "signedByHand", true));
    }

    /** The bytes that the next signature continues. */
    public byte[] fileToSign() {
        List<Signature> signatures = agreement().signatures();
        return cases.content(
                signatures.isEmpty()
                        ? currentDraft().document()
                        : signatures.get(signatures.size() - 1).document());
    }

    /** Registers under the proposed number, on the day of the test. */
    public SigningCase register(String party) {
        Task task = task(AgreementModel.TASK_REGISTER, party);
        return complete(
                AgreementModel.TASK_REGISTER,
                party,
                Map.of(
                        "documentNumber",
                        cases.taskService.getVariable(task.getId(), "documentNumber"),
                        "documentDate",
                        cases.today().toString()));
    }

    /** Takes a new case, on the shortest way, to where this task is open. */
    public SigningCase upTo(String task) {
        switch (task) {
            case AgreementModel.TASK_DRAFT -> {}
            case AgreementModel.TASK_REVIEW -> draft();
            case AgreementModel.TASK_REVISE ->
                upTo(AgreementModel.TASK_REVIEW)
                        .review(LEAD, "approve", "")
                        .review("tayninh", "changes", "Bổ sung cơ chế chia sẻ dữ liệu");
            case AgreementModel.TASK_APPROVE ->
                upTo(AgreementModel.TASK_REVIEW).each(party -> review(party, "approve", ""));
            case AgreementModel.TASK_SIGN ->
                upTo(AgreementModel.TASK_APPROVE).each(party -> approve(party, "approve", ""));
            case AgreementModel.TASK_REGISTER -> upTo(AgreementModel.TASK_SIGN).each(this::sign);
            default -> throw new IllegalArgumentException(task);
        }
        return this;
    }

    /** Takes a new case to its end in force. */
    public SigningCase inForce() {
        return upTo(AgreementModel.TASK_REGISTER).each(this::register);
    }

    /** Completes the task of an organisation as the first person of the role. */
    public SigningCase complete(String key, String organisation, Map<String, Object> fields) {
        Task task = task(key, organisation);
        cases.people.does(
                "%s.%s1".formatted(organisation, ROLES.get(key)),
                () -> cases.taskService.complete(task.getId(), fields));
        cases.jobs.runContinuations(instance);
        return this;
    }

    /** Completes the task of the group that a person such as {@code binhduong.clerk1} is in. */
    public SigningCase completeAs(String person, String key, Map<String, Object> fields) {
        Task task = cases.taskService
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(key)
                .taskCandidateGroup(person.replaceFirst("\\d$", "").replace('.', '-'))
                .singleResult();
        cases.people.does(person, () -> cases.taskService.complete(task.getId(), fields));
        cases.jobs.runContinuations(instance);
        return this;
    }

    /** Does a step for each party, in signing order. */
    public SigningCase each(Consumer<String> step) {
        agreement().parties().stream().map(AgreementParty::organisation).forEach(step);
        return this;
    }

    private Draft currentDraft() {
        List<Draft> drafts = agreement().drafts();
        return drafts.get(drafts.size() - 1);
    }
}
