package vn.lienket.privacy;

import java.time.Instant;

/**
 * Something that is stored of a contact.
 *
 * @param place where, as people call it
 * @param table where, as the list of personal data calls it
 * @param reference what it belongs to, e.g. the code of a case, or null
 * @param at when it was written, or null
 * @param field as people call it
 * @param value the datum, or the text it stands in
 */
public record StoredDatum(String place, String table, String reference, Instant at, String field, String value) {}
