package vn.lienket.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.test.context.TestComponent;
import vn.lienket.cases.Dossiers;
import vn.lienket.document.Documents;
import vn.lienket.document.SampleFiles;
import vn.lienket.paper.Paper;
import vn.lienket.paper.PaperService;
import vn.lienket.paper.PaperSigning;
import vn.lienket.paper.process.PaperModel;

/** Has papers of cases signed at the engine's own API. */
@TestComponent
public class PaperCases {

    private final People people;
    private final PaperService papers;
    private final Dossiers dossiers;
    private final Documents documents;
    private final SigningCases signing;
    private final RuntimeService runtimeService;
    private final TaskService taskService;

    PaperCases(
            People people,
            PaperService papers,
            Dossiers dossiers,
            Documents documents,
            SigningCases signing,
            RuntimeService runtimeService,
            TaskService taskService) {
        this.people = people;
        this.papers = papers;
        this.dossiers = dossiers;
        this.documents = documents;
        this.signing = signing;
        this.runtimeService = runtimeService;
        this.taskService = taskService;
    }

    /** The only final paper of a case of this kind. */
    public Paper paper(String caseCode, String kind) {
        return papers.papers(caseCode).stream()
                .filter(paper -> paper.kind().equals(kind))
                .reduce((one, another) -> {
                    throw new IllegalStateException("several papers " + kind);
                })
                .orElseThrow();
    }

    /** Submits it as this person. */
    public ProcessInstance submit(String person, String caseCode, Paper paper) {
        people.as(person, () -> papers.submit(dossiers.find(caseCode).orElseThrow(), paper.document()));
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(PaperModel.PROCESS)
                .processInstanceBusinessKey(caseCode)
                .singleResult();
    }

    /** How it stands. */
    public PaperSigning signing(String caseCode, Paper paper) {
        return papers.signingOf(caseCode, paper).orElseThrow();
    }

    /** The open tasks as {@code group: name}. */
    public List<String> open(ProcessInstance instance) {
        return tasks(instance).list().stream()
                .flatMap(task -> taskService.getIdentityLinksForTask(task.getId()).stream()
                        .filter(link -> link.getGroupId() != null)
                        .map(link -> "%s: %s".formatted(link.getGroupId(), task.getName())))
                .toList();
    }

    /** Whose they are. */
    public List<String> groups(ProcessInstance instance) {
        return open(instance).stream()
                .map(task -> task.substring(0, task.indexOf(':')))
                .toList();
    }

    /** The open task of the role in which somebody works. */
    public Task task(ProcessInstance instance, String person) {
        return tasks(instance)
                .taskCandidateGroup(person.replaceFirst("\\d$", "").replace('.', '-'))
                .includeAssignedTasks()
                .singleResult();
    }

    private TaskQuery tasks(ProcessInstance instance) {
        return taskService
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(PaperModel.TASK_SIGN);
    }

    /** Signs a file with the key of a leader and hands it in for his organisation. */
    public void sign(ProcessInstance instance, String organisation, UUID file) {
        signAs(instance, organisation + ".leader1", file);
    }

    /** Signs a file with the key of a person, or that of his body if he is a clerk, and hands it in. */
    public void signAs(ProcessInstance instance, String person, UUID file) {
        handInAs(instance, person, signed(file, person));
    }

    /** Hands in a file as signed. */
    public void handIn(ProcessInstance instance, String organisation, byte[] file) {
        handInAs(instance, organisation + ".leader1", file);
    }

    /** Hands in a file as signed by this person. */
    public void handInAs(ProcessInstance instance, String person, byte[] file) {
        handIn(instance, person, file, false);
    }

    /** Hands in a scan of the paper that this person has signed. */
    public void scanAs(ProcessInstance instance, String person) {
        handIn(instance, person, SampleFiles.page(), true);
    }

    private void handIn(ProcessInstance instance, String person, byte[] file, boolean byHand) {
        String document = signing.stored(file, "da-ky.pdf", instance.getTenantId());
        answerAs(
                instance,
                person,
                Map.of(
                        PaperModel.SIGNING_DECISION,
                        "sign",
                        PaperModel.SIGNED_DOCUMENT_ID,
                        document,
                        PaperModel.SIGNED_BY_HAND,
                        byHand));
    }

    /** The file to sign with one signature more, as {@link SigningCases#signed}. */
    public byte[] signed(UUID file, String person) {
        return signing.signed(content(file), person);
    }

    /** Completes the open task as the first leader of an organisation. */
    public void answer(ProcessInstance instance, String organisation, Map<String, Object> fields) {
        answerAs(instance, organisation + ".leader1", fields);
    }

    /** Completes the open task of his role as this person. */
    public void answerAs(ProcessInstance instance, String person, Map<String, Object> fields) {
        Task task = task(instance, person);
        people.does(person, () -> taskService.complete(task.getId(), fields));
    }

    /** The bytes of a document. */
    public byte[] content(UUID document) {
        try {
            return documents.open(document).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
