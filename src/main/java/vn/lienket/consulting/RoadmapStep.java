package vn.lienket.consulting;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One step of a roadmap and, once it is carried out, its result.
 *
 * @param pillar id of a pillar of the case's framework
 * @param cost estimated, in VND
 * @param result null until it is done
 * @param actualCost in VND, null until it is done
 * @param evidence document id, or null
 * @param doneBy user id, or null
 */
@Table(schema = "lienket", value = "consulting_step")
public record RoadmapStep(
        String title,
        String pillar,
        String solution,
        long cost,
        int dueInWorkingDays,
        SupportKind supportKind,
        String result,
        Long actualCost,
        UUID evidence,
        String doneBy,
        Instant doneAt) {

    static RoadmapStep planned(
            String title, String pillar, String solution, long cost, int dueInWorkingDays, SupportKind supportKind) {
        return new RoadmapStep(
                title, pillar, solution, cost, dueInWorkingDays, supportKind, null, null, null, null, null);
    }

    RoadmapStep done(String how, long actual, UUID proof, String by, Instant at) {
        return new RoadmapStep(
                title, pillar, solution, cost, dueInWorkingDays, supportKind, how, actual, proof, by, at);
    }
}
