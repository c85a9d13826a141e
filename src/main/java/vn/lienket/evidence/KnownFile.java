package vn.lienket.evidence;

/**
 * A file of an agreement that came into force.
 *
 * @param head as {@link FileStart#hash}
 */
record KnownFile(String caseCode, String sha256, long size, String head) {}
