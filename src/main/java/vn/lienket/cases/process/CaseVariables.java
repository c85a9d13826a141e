package vn.lienket.cases.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import vn.lienket.cases.CaseStatus;
import vn.lienket.problem.ProblemException;

/** The variables every case carries. They say what the case is, so only the product itself writes them, never a form or a caller. */
public final class CaseVariables {

    /** The dossier code, also the business key. */
    public static final String CASE_CODE = "caseCode";
    /** The cooperation channel, also the tenant. */
    public static final String CHANNEL = "channel";
    /** The organisation that opened the case. */
    public static final String LEAD_ORGANISATION = "leadOrganisation";
    /** The status catalogue's number, 1 to 10. */
    public static final String CASE_STATUS = "caseStatus";
    /** The title of the case, as forms and mails show it. */
    public static final String CASE_TITLE = "caseTitle";
    /** The agreement that a case belongs to, in whose channel it is opened: its dossier code. */
    public static final String AGREEMENT_CODE = "agreementCode";
    /** The party a parallel task is for. */
    public static final String PARTY = "party";
    /** True while a case opened in bulk, by a job, tells nobody of its new tasks without an assignee; a person starts no such case. */
    public static final String QUIET = "quiet";

    /** Why a case is withdrawn: variable of the message {@link CaseModel#MESSAGE_WITHDRAWN}. */
    public static final String WITHDRAWAL_REASON = "withdrawalReason";

    /** The names of all that only the product writes. */
    public static final Set<String> PROTECTED =
            Set.of(CASE_CODE, CHANNEL, LEAD_ORGANISATION, CASE_STATUS, CASE_TITLE, PARTY, QUIET);

    private CaseVariables() {}

    /** Refuses a start that claims to be a case already, or whose channel is no plain text and so became no tenant. */
    public static void requireNew(DelegateExecution execution) {
        Object channel = execution.getVariable(CHANNEL);
        if (channel != null && !channel.equals(execution.getTenantId())) {
            throw ProblemException.invalid(CHANNEL, "Kênh hợp tác: không hợp lệ.");
        }
        for (String given : Set.of(CASE_CODE, CASE_STATUS, CASE_TITLE)) {
            if (execution.hasVariable(given)) {
                throw ProblemException.invalid(
                        given, "Thông tin “%s” do hệ thống cấp, không được nhập.".formatted(given));
            }
        }
    }

    /** Gives a starting instance its dossier code, as variable and business key, with its title and status 1. */
    public static void open(DelegateExecution execution, String caseCode, String title) {
        execution.setProcessBusinessKey(caseCode);
        execution.setVariable(CASE_CODE, caseCode);
        execution.setVariable(CASE_TITLE, title);
        execution.setVariable(CASE_STATUS, CaseStatus.REGISTERED.number());
    }

    /**
     * The code of the case that a delegate or a listener works for: the business key of its own instance. Not the variable, of which
     * a narrower scope may hold another one.
     *
     * @param scope an execution or a task; null for a task of no case
     */
    public static String codeOf(VariableScope scope) {
        DelegateExecution execution =
                scope instanceof DelegateTask task ? task.getExecution() : (DelegateExecution) scope;
        return execution == null ? null : execution.getProcessBusinessKey();
    }
}
