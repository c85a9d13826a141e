package vn.lienket.cases.process;

/** The ids of the models that are of all cases. */
final class CaseModel {

    static final String WITHDRAWAL_PROCESS = "CaseWithdrawalProcess";

    private CaseModel() {}
}
