package vn.lienket.cases.process;

import java.time.Instant;
import java.util.List;
import vn.lienket.cases.Dossier;

/**
 * A case as the register lists it.
 *
 * @param steps names of its open tasks
 * @param assignees user ids of who has one of them
 * @param groups ids of the groups for which the others wait
 * @param due the earliest deadline of an open task, or null
 * @param pausedSince since when its clock stands, or null
 */
public record FoundCase(
        Dossier dossier,
        List<String> steps,
        List<String> assignees,
        List<String> groups,
        Instant due,
        Instant pausedSince) {}
