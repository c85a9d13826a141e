package vn.lienket.cases;

import java.time.Instant;
import java.util.UUID;

/**
 * A document of a case.
 *
 * @param id in {@code /api/v1/documents}
 * @param kind the module's word, e.g. {@code draft}; in words see {@link CaseKind#documents()}
 * @param version from 1 within its kind
 */
public record CaseFile(UUID id, String kind, int version, String sha256, String fileName, Instant addedAt) {}
