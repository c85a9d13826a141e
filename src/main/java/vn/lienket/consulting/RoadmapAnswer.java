package vn.lienket.consulting;

import java.time.Instant;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What the enterprise said about one version of its roadmap.
 *
 * @param decision {@code agree}, {@code changes} or {@code decline}
 * @param author user id of the officer who recorded it, or {@link #ENTERPRISE} where the enterprise answered itself
 */
@Table(schema = "lienket", value = "consulting_roadmap_answer")
public record RoadmapAnswer(int version, String decision, String comment, String author, Instant givenAt) {

    /** The author of an answer that the enterprise gave itself. */
    public static final String ENTERPRISE = "enterprise";
}
