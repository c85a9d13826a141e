package vn.lienket.agreement;

/** A party under the name it had when the case was opened: a later merger does not rename a signed document. */
public record AgreementParty(String organisation, String name, String abbreviation) {}
