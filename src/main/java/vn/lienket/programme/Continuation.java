package vn.lienket.programme;

import java.time.Instant;
import org.springframework.data.relational.core.mapping.Table;

/** What the lead decided when the agreement had ended: {@code goesOn} to its end, or stops. */
@Table(schema = "lienket", value = "activity_continuation")
public record Continuation(boolean goesOn, String comment, String author, Instant decidedAt) {}
