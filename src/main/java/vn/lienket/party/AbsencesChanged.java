package vn.lienket.party;

/** An absence has been registered or ended, in the transaction in which the event is published. */
record AbsencesChanged() {}
