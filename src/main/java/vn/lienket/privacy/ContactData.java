package vn.lienket.privacy;

import java.time.Instant;
import java.util.List;

/**
 * Everything that is stored of an enterprise's contact.
 *
 * @param names all that are known, likewise the addresses and phone numbers
 * @param items where each stands
 * @param erasures earlier ones, newest first
 */
public record ContactData(
        String taxCode,
        Instant at,
        List<String> names,
        List<String> emails,
        List<String> phones,
        List<StoredDatum> items,
        List<ContactErasure> erasures) {}
