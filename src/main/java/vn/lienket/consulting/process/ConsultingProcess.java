package vn.lienket.consulting.process;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseMessages;
import vn.lienket.cases.process.CaseModel;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.consulting.ConsultingProperties;
import vn.lienket.problem.Answers;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/** What the application asks of the engine about consulting cases. */
@Component
public class ConsultingProcess {

    private final RuntimeService runtimeService;
    private final TaskService taskService;
    private final CaseMessages messages;
    private final ConsultingProperties properties;

    ConsultingProcess(
            RuntimeService runtimeService,
            TaskService taskService,
            CaseMessages messages,
            ConsultingProperties properties) {
        this.runtimeService = runtimeService;
        this.taskService = taskService;
        this.messages = messages;
        this.properties = properties;
    }

    /** A started case. */
    public record Started(String caseCode, String processInstanceId) {}

    /**
     * Starts a case; the fields are checked inside, at the same place as a start from Tasklist.
     *
     * @param fields by the names of the start form. Without a channel it is the configured one
     */
    public Started start(Map<String, Object> fields) {
        return execute(prepared(fields));
    }

    /** As {@link #start}, by a job that opens many: nobody is told of the new task, see {@link CaseVariables#QUIET}. */
    Started startQuietly(Map<String, Object> fields) {
        return execute(prepared(fields).setVariable(CaseVariables.QUIET, true));
    }

    private ProcessInstantiationBuilder prepared(Map<String, Object> fields) {
        Answers.requireKnown(fields.keySet(), ConsultingModel.START_FIELDS);
        ProcessInstantiationBuilder start = runtimeService.createProcessInstanceByKey(ConsultingModel.PROCESS);
        ConsultingModel.START_FIELDS.stream()
                .filter(name -> fields.get(name) != null) // the engine would keep three rows for each that is not given
                .forEach(name -> start.setVariable(name, plain(name, fields.get(name))));
        return fields.get(CaseVariables.CHANNEL) == null
                ? start.setVariable(CaseVariables.CHANNEL, properties.channel())
                : start;
    }

    private static Started execute(ProcessInstantiationBuilder start) {
        ProcessInstance instance = start.executeWithVariablesInReturn();
        return new Started(instance.getBusinessKey(), instance.getId());
    }

    /** Withdraws a running case; its lead's officers and leaders may. */
    public void withdraw(String caseCode, String reason) {
        messages.send(CaseModel.MESSAGE_WITHDRAWN, caseCode, CaseVariables.WITHDRAWAL_REASON, reason);
    }

    /** The enterprise answers the roadmap itself; 409 if no answer is awaited. */
    public void answerRoadmap(String caseCode, String decision, String comment) {
        try {
            runtimeService
                    .createMessageCorrelation(ConsultingModel.MESSAGE_ROADMAP_ANSWERED)
                    .processInstanceBusinessKey(caseCode)
                    .setVariable(ConsultingModel.ROADMAP_DECISION, decision)
                    .setVariable(ConsultingModel.ROADMAP_COMMENT, comment)
                    .correlate();
        } catch (MismatchingMessageCorrelationException notWaiting) {
            throw notAwaited(caseCode);
        }
    }

    /** The enterprise supplements its case itself; 409 if nothing is awaited. */
    public void supplement(String caseCode, Map<String, Object> fields) {
        Task task = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(caseCode)
                .taskDefinitionKey(ConsultingModel.TASK_SUPPLEMENT)
                .singleResult();
        if (task == null) {
            throw notAwaited(caseCode);
        }
        taskService.complete(task.getId(), fields);
    }

    /** Texts, numbers and truth values; the engine would keep anything else as an object. */
    private static Object plain(String name, Object value) {
        if (value instanceof Map || value instanceof Iterable) {
            throw ProblemException.invalid(name, "Thông tin “%s”: không đúng định dạng.".formatted(name));
        }
        return value instanceof BigInteger || value instanceof BigDecimal ? value.toString() : value;
    }

    private static ProblemException notAwaited(String caseCode) {
        return ProblemException.conflict(Sentences.NOT_AWAITED.formatted(caseCode));
    }
}
