package vn.lienket.cases.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A case of any kind at a glance: as the register lists it, and what else is asked of every case.
 *
 * @param organisations of its channel, in signing order
 * @param documents oldest first
 * @param tasks the open ones, oldest first
 */
record CaseView(
        @JsonUnwrapped RegisterPage.Item item,
        List<Party> organisations,
        List<DocumentView> documents,
        List<TaskViews.TaskView> tasks) {

    /** @param name short */
    record Party(String id, String name) {}

    /**
     * @param id in {@code /api/v1/documents}
     * @param kind the module's word
     * @param kindName the same in words, e.g. "Dự thảo"
     * @param version from 1 within its kind
     */
    record DocumentView(UUID id, String kind, String kindName, int version, String fileName, Instant at) {}
}
