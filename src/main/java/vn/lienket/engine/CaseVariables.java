package vn.lienket.engine;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.lienket.dossier.CaseStatus;

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
    /** The party a parallel task is for. */
    public static final String PARTY = "party";

    static final Set<String> PROTECTED = Set.of(CASE_CODE, CHANNEL, LEAD_ORGANISATION, CASE_STATUS, CASE_TITLE, PARTY);

    private CaseVariables() {}

    /** Gives a starting instance its dossier code, as variable and business key, with its title and status 1. */
    public static void open(DelegateExecution execution, String caseCode, String title) {
        execution.setProcessBusinessKey(caseCode);
        execution.setVariable(CASE_CODE, caseCode);
        execution.setVariable(CASE_TITLE, title);
        setStatus(execution, CaseStatus.REGISTERED);
    }

    /** Mirrors the dossier's status into the instance. */
    public static void setStatus(DelegateExecution execution, CaseStatus status) {
        execution.setVariable(CASE_STATUS, status.number());
    }
}
