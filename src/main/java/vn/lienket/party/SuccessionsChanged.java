package vn.lienket.party;

/** Organisations have taken over from others; published inside the transaction. */
record SuccessionsChanged() {}
