package vn.lienket.cases;

/** A case has come to another status, in the transaction of the step that moved it. */
public record StatusChanged(String caseCode, CaseStatus status) {}
