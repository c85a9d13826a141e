package vn.lienket.report;

import java.time.Instant;
import org.springframework.data.relational.core.mapping.Table;

/** What was said of a version; {@code positive} lets it go on, else it is assembled again. */
@Table(schema = "lienket", value = "report_opinion")
public record ReportOpinion(
        Stage stage, int version, boolean positive, String comment, String author, Instant givenAt) {

    /** Who says it: the officer who reviews, or the leader who approves. */
    public enum Stage {
        REVIEW,
        APPROVAL
    }
}
