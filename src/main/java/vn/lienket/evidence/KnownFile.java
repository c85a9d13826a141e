package vn.lienket.evidence;

import java.util.UUID;

/**
 * A file of an agreement that came into force, or of a paper that all have signed.
 *
 * @param head as {@link FileStart#hash}
 * @param signing of the paper; null for a file of an agreement
 */
record KnownFile(String caseCode, String sha256, long size, String head, UUID signing) {}
