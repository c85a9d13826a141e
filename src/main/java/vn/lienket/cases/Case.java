package vn.lienket.cases;

/** What the aggregates of all modules have in common. Saving one moves its dossier to the status of its state. */
public interface Case {

    /** E.g. {@code H09-261123-0001}; also the business key. */
    String caseCode();

    CaseState state();
}
