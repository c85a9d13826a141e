package vn.lienket.agreement.process;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.agreement.AgreementEvent;
import vn.lienket.agreement.AgreementRequest;
import vn.lienket.calendar.Terms;
import vn.lienket.cases.process.CaseMessages;
import vn.lienket.cases.process.CaseModel;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;

/** What the application asks of the engine about agreements. */
@Component
public class AgreementProcess {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final RuntimeService runtimeService;
    private final CaseMessages messages;
    private final Terms terms;

    AgreementProcess(RuntimeService runtimeService, CaseMessages messages, Terms terms) {
        this.runtimeService = runtimeService;
        this.messages = messages;
        this.terms = terms;
    }

    /** A started case. */
    public record Started(String caseCode, String processInstanceId) {}

    /** Starts a signing case; the request is checked inside, at the same place as a start from Tasklist. */
    public Started start(AgreementRequest request) {
        ProcessInstance instance = Variables.set(
                        runtimeService.createProcessInstanceByKey(AgreementModel.SIGNING_PROCESS), request)
                .executeWithVariablesInReturn();
        return new Started(instance.getBusinessKey(), instance.getId());
    }

    /** Withdraws a running case; its lead's officers and leaders may. */
    public void withdraw(String caseCode, String reason) {
        messages.send(CaseModel.MESSAGE_WITHDRAWN, caseCode, CaseVariables.WITHDRAWAL_REASON, reason);
    }

    /** Terminates an agreement in force; its lead's officers and leaders may. */
    public void terminate(String caseCode, String reason) {
        messages.send(AgreementModel.MESSAGE_TERMINATED, caseCode, AgreementModel.TERMINATION_REASON, reason);
    }

    @EventListener
    void watch(AgreementEvent.InForce event) {
        AgreementEvent.About agreement = event.about();
        int renewalNoticeDays = terms.days("firstExpiryWarning");
        int lastNoticeDays = terms.days("lastExpiryWarning");
        runtimeService
                .createProcessInstanceByKey(AgreementModel.LIFECYCLE_PROCESS)
                .businessKey(agreement.caseCode())
                .setVariable(CaseVariables.CASE_CODE, agreement.caseCode())
                .setVariable(CaseVariables.CASE_TITLE, agreement.title())
                .setVariable(CaseVariables.CHANNEL, agreement.channel())
                .setVariable(CaseVariables.LEAD_ORGANISATION, agreement.leadOrganisation())
                .setVariable(AgreementModel.RENEWAL_NOTICE_DAYS, renewalNoticeDays)
                .setVariable(AgreementModel.LAST_NOTICE_DAYS, lastNoticeDays)
                .setVariable(
                        AgreementModel.RENEWAL_NOTICE_AT,
                        startOf(agreement.effectiveTo().minusDays(renewalNoticeDays)))
                .setVariable(
                        AgreementModel.LAST_NOTICE_AT,
                        startOf(agreement.effectiveTo().minusDays(lastNoticeDays)))
                .setVariable(
                        AgreementModel.EXPIRES_AT,
                        startOf(agreement.effectiveTo().plusDays(1)))
                .execute();
    }

    private static Date startOf(LocalDate day) {
        return Date.from(day.atStartOfDay(VIETNAM).toInstant());
    }
}
