package vn.lienket.cases;

/** A case of some kind has been opened, in the transaction that opened it. */
public record CaseOpened(String caseCode) {}
