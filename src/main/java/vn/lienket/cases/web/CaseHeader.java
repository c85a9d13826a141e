package vn.lienket.cases.web;

import java.time.Instant;
import java.util.List;
import vn.lienket.cases.CaseFile;
import vn.lienket.cases.CaseState;
import vn.lienket.cases.process.OpenTask;

/**
 * What every case under {@code /api/v1} has; the view of a module unwraps it.
 *
 * @param caseStatus 1 to 10
 * @param openTasks oldest first
 * @param documents oldest first
 * @param state of the module's own
 */
public record CaseHeader(
        String caseCode,
        int caseStatus,
        String caseStatusName,
        String channel,
        String leadOrganisation,
        List<OpenTask> openTasks,
        List<CaseFile> documents,
        String title,
        CaseState state,
        String stateName,
        Instant openedAt) {}
