package vn.lienket.notification;

import vn.lienket.party.Organisation;
import vn.lienket.party.Person;

/**
 * To whom a mail goes.
 *
 * @param personId id of the directory, or null for an organisation or an outsider
 * @param name as the salutation has it
 */
public record Recipient(String personId, String name, String email) {

    public Recipient {
        name = oneLine(name);
        email = oneLine(email);
    }

    public static Recipient of(Person person) {
        return new Recipient(person.id(), person.name(), person.email());
    }

    public static Recipient of(Organisation organisation) {
        return new Recipient(null, organisation.name(), organisation.email());
    }

    /** A line break in a mail header would begin another header. */
    static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }
}
