package vn.lienket.repair;

import java.util.List;

/**
 * What has become, or would become, of each case.
 *
 * @param remaining how many more could be mended in the same way
 */
public record RepairResult(boolean dryRun, List<RepairItem> items, long remaining) {}
