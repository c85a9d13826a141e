package vn.lienket.repair;

import java.util.List;

/** A process in more than one version, the newest first. */
public record RepairableProcess(String name, List<Version> versions) {

    /** @param id of the definition */
    public record Version(String id, int number, long running) {}
}
