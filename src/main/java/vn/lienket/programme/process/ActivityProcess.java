package vn.lienket.programme.process;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceWithVariables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.agreement.AgreementEvent;
import vn.lienket.agreement.AgreementService;
import vn.lienket.agreement.AgreementState;
import vn.lienket.cases.process.CaseMessages;
import vn.lienket.cases.process.CaseModel;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.engine.OnBehalf;
import vn.lienket.problem.Answers;
import vn.lienket.programme.Activity;
import vn.lienket.programme.ActivityRequest;
import vn.lienket.programme.ActivityService;

/** What the application asks of the engine about activities and programmes. */
@Component
public class ActivityProcess {

    private final RuntimeService runtimeService;
    private final ActivityService activities;
    private final AgreementService agreements;
    private final CaseMessages messages;
    private final OnBehalf onBehalf;

    ActivityProcess(
            RuntimeService runtimeService,
            ActivityService activities,
            AgreementService agreements,
            CaseMessages messages,
            OnBehalf onBehalf) {
        this.runtimeService = runtimeService;
        this.activities = activities;
        this.agreements = agreements;
        this.messages = messages;
        this.onBehalf = onBehalf;
    }

    /** A started case. */
    public record Started(String caseCode, String processInstanceId) {}

    /** Starts an activity; it is checked inside, at the same place as a start from Tasklist. */
    public Started start(ActivityRequest request) {
        ProcessInstance instance = Variables.set(
                        runtimeService.createProcessInstanceByKey(ActivityModel.PROCESS), request)
                .executeWithVariablesInReturn();
        return new Started(instance.getBusinessKey(), instance.getId());
    }

    /**
     * Opens the programme of a year; checked inside, at the same place as a start from Tasklist.
     *
     * @param fields as the service takes them, or null for all
     * @return the id of the opening
     */
    public UUID openProgramme(String agreementCode, Object year, List<?> fields) {
        ProcessInstanceWithVariables instance = runtimeService
                .createProcessInstanceByKey(ActivityModel.OPENING_PROCESS)
                .setVariable(CaseVariables.AGREEMENT_CODE, agreementCode)
                .setVariable(ActivityModel.YEAR, Answers.text(ActivityModel.YEAR, "Năm của chương trình", year))
                .setVariable(ActivityModel.FIELDS, Variables.json(fields))
                .executeWithVariablesInReturn();
        return UUID.fromString((String) instance.getVariables().get(ActivityModel.OPENING_ID));
    }

    /** Withdraws a running activity; its lead's officers and leaders may. */
    public void withdraw(String caseCode, String reason) {
        messages.send(CaseModel.MESSAGE_WITHDRAWN, caseCode, CaseVariables.WITHDRAWAL_REASON, reason);
    }

    /** Begins the process of an activity that its programme has registered, in the transaction of its own job. */
    void begin(String caseCode) {
        Activity registered = activities.find(caseCode).orElseThrow();
        onBehalf.doAsTheProduct(() -> runtimeService
                .createProcessInstanceByKey(ActivityModel.PROCESS)
                .businessKey(caseCode)
                .setVariable(CaseVariables.CASE_CODE, caseCode)
                .setVariable(CaseVariables.CHANNEL, registered.channel())
                .setVariable(CaseVariables.QUIET, true)
                .execute());
        agreements
                .find(registered.terms().agreement())
                .filter(agreement -> agreement.state() != AgreementState.IN_FORCE)
                .ifPresent(ended -> askWhetherToContinue(caseCode, ended.endReason()));
    }

    /** Whether a starting instance is that of an activity that its programme has registered; no person can say so. */
    boolean isBegun(DelegateExecution execution) {
        return execution.getProcessBusinessKey() != null
                && execution.getProcessBusinessKey().equals(execution.getVariable(CaseVariables.CASE_CODE));
    }

    @EventListener
    void on(AgreementEvent.Terminated event) {
        activities
                .openOfAgreement(event.about().caseCode())
                .forEach(activity -> askWhetherToContinue(activity, event.reason()));
    }

    /** One whose process has not begun is asked when it does. */
    private void askWhetherToContinue(String caseCode, String reason) {
        boolean running = runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey(ActivityModel.PROCESS)
                        .processInstanceBusinessKey(caseCode)
                        .count()
                > 0;
        if (running) {
            activities.tellAgreementEnded(caseCode, reason);
            onBehalf.doAsTheProduct(() -> runtimeService
                    .createMessageCorrelation(ActivityModel.MESSAGE_AGREEMENT_ENDED)
                    .processInstanceBusinessKey(caseCode)
                    .correlate());
        }
    }
}
