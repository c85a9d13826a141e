package vn.lienket.enterprise;

import java.time.Instant;
import java.util.UUID;
import vn.lienket.enterprise.table.TableFormat;

/**
 * An import and how far it has come.
 *
 * @param endedAt null while it runs
 * @param message in Vietnamese, why it failed or, while it runs, why it does not go on; or null
 * @param read rows below the header, blank ones left out; {@code added + changed + unchanged + refused} of them are done with
 * @param busyMillis time at work, without waits for a node
 */
public record RegistryImport(
        UUID id,
        String fileName,
        TableFormat format,
        long fileSize,
        String sha256,
        String importedBy,
        Instant uploadedAt,
        Instant endedAt,
        State state,
        String message,
        int read,
        int added,
        int changed,
        int unchanged,
        int refused,
        long busyMillis) {

    /** Where it stands. {@code RUNNING} includes waiting for a node; in the other states nothing more happens. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    /** Rows a second over the time at work, 0 before the first batch. */
    public long rowsPerSecond() {
        return busyMillis == 0 ? 0 : read * 1000L / busyMillis;
    }
}
