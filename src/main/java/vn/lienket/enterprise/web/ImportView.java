package vn.lienket.enterprise.web;

import java.time.Instant;
import java.util.UUID;
import vn.lienket.enterprise.RegistryImport;

/** An import as the API shows it. */
record ImportView(
        UUID id,
        RegistryImport.State state,
        int read,
        int added,
        int changed,
        int unchanged,
        int refused,
        long rowsPerSecond,
        String message,
        String fileName,
        long fileSize,
        String sha256,
        String importedBy,
        Instant uploadedAt,
        Instant endedAt) {

    static ImportView of(RegistryImport shown) {
        return new ImportView(
                shown.id(),
                shown.state(),
                shown.read(),
                shown.added(),
                shown.changed(),
                shown.unchanged(),
                shown.refused(),
                shown.rowsPerSecond(),
                shown.message(),
                shown.fileName(),
                shown.fileSize(),
                shown.sha256(),
                shown.importedBy(),
                shown.uploadedAt(),
                shown.endedAt());
    }
}
