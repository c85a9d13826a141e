package vn.lienket.programme;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What came of an item in a round.
 *
 * @param item its position in the plan, from 1
 * @param document id of the evidence, or null
 * @param author user id of who did it
 */
@Table(schema = "lienket", value = "activity_result")
public record WorkResult(int item, int round, String result, UUID document, String author, Instant doneAt) {}
