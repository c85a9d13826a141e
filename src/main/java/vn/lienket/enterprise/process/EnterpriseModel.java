package vn.lienket.enterprise.process;

/** The id and the inputs of {@code bpmn/consulting/enterprise-size.dmn}, which lies beside the process that asks it. */
public final class EnterpriseModel {

    public static final String DECISION_SIZE = "Decision_EnterpriseSize";

    static final String SECTOR = "sector";
    static final String EMPLOYEES = "employees";
    static final String REVENUE = "revenue";
    static final String CAPITAL = "capital";

    private EnterpriseModel() {}
}
