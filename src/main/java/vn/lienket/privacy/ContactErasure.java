package vn.lienket.privacy;

import java.time.Instant;

/**
 * That the contact of an enterprise was erased; of what was erased it says nothing.
 *
 * @param changed how many rows were changed or deleted
 */
public record ContactErasure(String taxCode, Instant erasedAt, String erasedBy, String reason, int changed) {}
