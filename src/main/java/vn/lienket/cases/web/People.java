package vn.lienket.cases.web;

import org.springframework.stereotype.Component;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Groups;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;

/** Who has, or has had, to do with a case, in words. */
@Component
class People {

    private final Parties parties;
    private final Groups groups;

    People(Parties parties, Groups groups) {
        this.parties = parties;
        this.groups = groups;
    }

    /** The name of a person; the product itself is nobody of the directory, and whoever else is not stands as he is. */
    String name(String id) {
        if (id == null) {
            return null;
        }
        return parties.person(id).map(Person::name).orElse(id.equals(CurrentUser.SYSTEM) ? "Hệ thống" : id);
    }

    String groupName(String id) {
        return groups.name(id);
    }
}
