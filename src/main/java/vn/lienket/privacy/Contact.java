package vn.lienket.privacy;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The contact of an enterprise, as far as it is known: everything that it was ever called, for a former address is as personal as
 * today's.
 *
 * @param cases codes of all cases of the enterprise
 * @param openCases those of them that have not ended
 */
public record Contact(
        String taxCode,
        Set<String> cases,
        Set<String> openCases,
        Set<String> names,
        Set<String> emails,
        Set<String> phones) {

    public Contact {
        cases = Set.copyOf(cases);
        openCases = Set.copyOf(openCases);
        names = Set.copyOf(names);
        emails = Set.copyOf(emails);
        phones = Set.copyOf(phones);
    }

    static Contact of(String taxCode) {
        return new Contact(taxCode, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** The same with more cases. */
    public Contact withCases(Collection<String> more, Collection<String> open) {
        return new Contact(taxCode, with(cases, more), with(openCases, open), names, emails, phones);
    }

    /** The same with another name, address and phone number; null or blank for none. */
    public Contact with(String name, String email, String phone) {
        return new Contact(taxCode, cases, openCases, with(names, name), with(emails, email), with(phones, phone));
    }

    /** Blots out all that is known of it. */
    public Redaction redaction() {
        return Redaction.of(this);
    }

    private static Set<String> with(Set<String> known, Collection<String> more) {
        Set<String> all = new LinkedHashSet<>(known);
        all.addAll(more);
        return all;
    }

    private static Set<String> with(Set<String> known, String more) {
        return more == null || more.isBlank() ? known : with(known, Set.of(more.strip()));
    }
}
