package vn.lienket.consulting;

/** What happened to many cases that are opened with one request, in the transaction in which it happened. */
public sealed interface BulkOpeningEvent {

    BulkOpening bulk();

    /** The enterprises are known, and the work may begin. */
    record Accepted(BulkOpening bulk) implements BulkOpeningEvent {}

    /** Every enterprise has its case or its refusal, or the work was cancelled. */
    record Ended(BulkOpening bulk) implements BulkOpeningEvent {}
}
