package vn.lienket.cases;

import java.util.UUID;

/**
 * A document as the page of its case lists it.
 *
 * @param id in {@code /api/v1/documents}
 * @param kind in words, e.g. "Dự thảo"
 * @param version from 1 within its kind
 */
public record CaseFile(UUID id, String kind, int version, String fileName) {}
