package vn.lienket.report;

import java.util.UUID;
import vn.lienket.figures.Quarter;

/** What happened to a report that people outside the step are told, in the transaction in which it happened. */
public sealed interface ReportEvent {

    About about();

    /** The report it happened to. */
    record About(String caseCode, String channel, String leadOrganisation, Quarter quarter) {}

    /** The leader wants another version; {@code version} is the one he read. */
    record ChangesAsked(About about, int version, String comment) implements ReportEvent {}

    /** It goes to every party with the PDF and the XLSX, both ids of documents. */
    record Sent(About about, ReportRegistration registration, UUID pdf, UUID sheets) implements ReportEvent {}

    record Withdrawn(About about, String reason) implements ReportEvent {}
}
