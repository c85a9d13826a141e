package vn.lienket.consulting.web;

import java.time.Instant;
import java.util.UUID;
import vn.lienket.consulting.BulkOpening;

/** A bulk opening as {@code GET /api/v1/consulting-cases/bulk/{id}} shows it. */
record BulkOpeningView(
        UUID id,
        BulkOpening.State state,
        String stateName,
        int total,
        int opened,
        int refused,
        int remaining,
        double casesPerSecond,
        String channel,
        String need,
        String needCategory,
        String requestedBy,
        Instant requestedAt,
        Instant endedAt) {

    static BulkOpeningView of(BulkOpening shown) {
        return new BulkOpeningView(
                shown.id(),
                shown.state(),
                shown.state().label(),
                shown.total(),
                shown.opened(),
                shown.refused(),
                shown.remaining(),
                shown.casesPerSecond(),
                shown.channel(),
                shown.need(),
                shown.needCategory(),
                shown.requestedBy(),
                shown.requestedAt(),
                shown.endedAt());
    }
}
