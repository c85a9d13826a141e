package vn.lienket.repair;

import java.util.List;

/**
 * A case with the steps at which it stands, and those of its models at which it could.
 *
 * @param active of the steps
 */
public record RepairableCase(String caseCode, String title, List<Step> active, List<Step> steps) {

    /** @param id in the model */
    public record Step(String id, String name) {}
}
