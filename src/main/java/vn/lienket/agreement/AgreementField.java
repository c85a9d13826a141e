package vn.lienket.agreement;

/** A chosen field of cooperation, by its code in the catalogue. */
record AgreementField(String code) {}
