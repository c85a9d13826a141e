package vn.lienket.notification;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lienket.party.Parties;
import vn.lienket.party.Role;

/** Finds in the directory whom a notice goes to. */
@Component
public class Recipients {

    private final Parties parties;

    Recipients(Parties parties) {
        this.parties = parties;
    }

    /** The active people of an organisation in these roles, role by role. */
    public List<Recipient> members(String organisation, Role... roles) {
        return Stream.of(roles)
                .flatMap(role -> parties.members(role.groupOf(organisation)).stream())
                .distinct()
                .map(Recipient::of)
                .toList();
    }

    /** An organisation's own address. */
    public List<Recipient> organisation(String id) {
        return parties.acting(id).map(Recipient::of).stream().toList();
    }

    /** An organisation's own address, and its active people in these roles, role by role. */
    public List<Recipient> office(String organisation, Role... roles) {
        return Stream.of(organisation(organisation), members(organisation, roles))
                .flatMap(List::stream)
                .toList();
    }

    /** One person; nobody for null, or for who is not of the directory. */
    public List<Recipient> person(String id) {
        return id == null
                ? List.of()
                : parties.person(id).map(Recipient::of).stream().toList();
    }
}
