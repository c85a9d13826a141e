package vn.lienket.programme;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.relational.core.mapping.Table;

/** How far the work was on a day, 0 to 100 percent, as the lead's officer saw it. */
@Table(schema = "lienket", value = "activity_progress")
public record ProgressReport(int percent, String note, LocalDate reportedOn, String author, Instant reportedAt) {

    static final int COMPLETE = 100;
}
