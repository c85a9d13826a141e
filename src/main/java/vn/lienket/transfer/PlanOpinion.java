package vn.lienket.transfer;

import java.time.Instant;
import org.springframework.data.relational.core.mapping.Table;

/** What a party's leader said about one version of the plan; {@code positive} approves, else changes are wanted. */
@Table(schema = "lienket", value = "transfer_plan_opinion")
public record PlanOpinion(
        int version, String party, boolean positive, String comment, String author, Instant givenAt) {}
