package vn.lienket.enterprise;

/** There is a file to import. */
record ImportAccepted() {}
