package vn.lienket.agreement.process;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.variable.Variables.SerializationDataFormats;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.agreement.Agreement;
import vn.lienket.agreement.AgreementEvent;
import vn.lienket.agreement.AgreementRequest;
import vn.lienket.calendar.Terms;
import vn.lienket.cases.process.CaseMessages;
import vn.lienket.cases.process.CaseVariables;

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
        ProcessInstantiationBuilder start = runtimeService.createProcessInstanceByKey(AgreementModel.SIGNING_PROCESS);
        start.setVariable(AgreementModel.TITLE, request.title())
                .setVariable(AgreementModel.AGREEMENT_TYPE, request.agreementType())
                .setVariable(CaseVariables.CHANNEL, request.channel())
                .setVariable(CaseVariables.LEAD_ORGANISATION, request.leadOrganisation())
                .setVariable(AgreementModel.COOPERATION_FIELDS, json(request.cooperationFields()))
                .setVariable(AgreementModel.LEGAL_BASIS, request.legalBasis())
                .setVariable(AgreementModel.EFFECTIVE_FROM, request.effectiveFrom())
                .setVariable(AgreementModel.EFFECTIVE_TO, request.effectiveTo())
                .setVariable(AgreementModel.PREDECESSOR, request.predecessor())
                .setVariable(AgreementModel.DRAFT_DOCUMENT_ID, request.draftDocumentId());
        ProcessInstance instance = start.executeWithVariablesInReturn();
        return new Started(instance.getBusinessKey(), instance.getId());
    }

    /** Withdraws a running case; its lead's officers and leaders may. */
    public void withdraw(String caseCode, String reason) {
        messages.send(CaseVariables.MESSAGE_WITHDRAWN, caseCode, CaseVariables.WITHDRAWAL_REASON, reason);
    }

    /** Terminates an agreement in force; its lead's officers and leaders may. */
    public void terminate(String caseCode, String reason) {
        messages.send(AgreementModel.MESSAGE_TERMINATED, caseCode, AgreementModel.TERMINATION_REASON, reason);
    }

    @EventListener
    void watch(AgreementEvent.InForce event) {
        Agreement agreement = event.agreement();
        runtimeService
                .createProcessInstanceByKey(AgreementModel.LIFECYCLE_PROCESS)
                .businessKey(agreement.caseCode())
                .setVariable(CaseVariables.CASE_CODE, agreement.caseCode())
                .setVariable(CaseVariables.CASE_TITLE, agreement.title())
                .setVariable(CaseVariables.CHANNEL, agreement.channel())
                .setVariable(CaseVariables.LEAD_ORGANISATION, agreement.leadOrganisation())
                .setVariable(
                        AgreementModel.RENEWAL_NOTICE_AT,
                        startOf(agreement.effectiveTo().minusDays(terms.days("firstExpiryWarning"))))
                .setVariable(
                        AgreementModel.LAST_NOTICE_AT,
                        startOf(agreement.effectiveTo().minusDays(terms.days("lastExpiryWarning"))))
                .setVariable(
                        AgreementModel.EXPIRES_AT,
                        startOf(agreement.effectiveTo().plusDays(1)))
                .execute();
    }

    private static Object json(List<String> codes) {
        return codes == null
                ? null
                : org.camunda.bpm.engine.variable.Variables.objectValue(new ArrayList<>(codes))
                        .serializationDataFormat(SerializationDataFormats.JSON)
                        .create();
    }

    private static Date startOf(LocalDate day) {
        return Date.from(day.atStartOfDay(VIETNAM).toInstant());
    }
}
