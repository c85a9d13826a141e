package vn.lienket.programme;

import java.time.Instant;
import org.springframework.data.relational.core.mapping.Table;

/** What the partner said about one version of the plan; {@code positive} accepts, else changes are wanted. */
@Table(schema = "lienket", value = "activity_plan_opinion")
public record ActivityPlanOpinion(int version, boolean positive, String comment, String author, Instant givenAt) {}
