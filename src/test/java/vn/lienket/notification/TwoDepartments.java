package vn.lienket.notification;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lienket.party.Absence;
import vn.lienket.party.Channel;
import vn.lienket.party.Organisation;
import vn.lienket.party.Person;
import vn.lienket.party.Role;
import vn.lienket.support.ListedParties;

/** Two departments with people whom a test may send away. */
public class TwoDepartments extends ListedParties {

    private final Map<String, Person> people = new LinkedHashMap<>();

    TwoDepartments() {
        restore();
    }

    /** Everybody is back. */
    public void restore() {
        put("legal1", "Pháp chế 1", Role.LEGAL, List.of(), true);
        put("legal2", "Pháp chế 2", Role.LEGAL, List.of(), true);
        put("officer1", "Chuyên viên 1", Role.OFFICER, List.of(), true);
        put("leader1", "Lãnh đạo 1", Role.LEADER, List.of(), true);
        put("manager1", "Theo dõi 1", Role.MANAGER, List.of(), true);
    }

    /** Sends a person away for the days of the tests; the substitute may be null. */
    public void away(String id, String substitute) {
        Person person = people.get(id);
        Absence absence = new Absence(LocalDate.of(2026, 11, 1), LocalDate.of(2027, 12, 31), substitute);
        put(id, person.name(), person.roles().iterator().next(), List.of(absence), true);
    }

    /** Takes a person out of the directory. */
    public void remove(String id) {
        Person person = people.get(id);
        put(id, person.name(), person.roles().iterator().next(), person.absences(), false);
    }

    private void put(String id, String name, Role role, List<Absence> absences, boolean active) {
        people.put(
                id,
                new Person(id, name, id + "@binhduong.example", "binhduong", Set.of(role), Set.of(), absences, active));
    }

    @Override
    public List<Organisation> organisations() {
        return List.of(
                organisation("binhduong", "Sở Thông tin và Truyền thông tỉnh Bình Dương", "Sở TT&TT Bình Dương", "H09"),
                organisation("tayninh", "Sở Thông tin và Truyền thông tỉnh Tây Ninh", "Sở TT&TT Tây Ninh", "H53"));
    }

    private static Organisation organisation(String id, String name, String shortName, String code) {
        return new Organisation(
                id,
                name,
                shortName,
                null,
                "STTTT",
                code,
                "vanthu@" + id + ".example",
                null,
                "GIÁM ĐỐC",
                "civil-service",
                null,
                null,
                null);
    }

    @Override
    public List<Channel> channels() {
        return List.of(new Channel("binhduong-tayninh", "Bình Dương – Tây Ninh", List.of("binhduong", "tayninh")));
    }

    @Override
    public List<Person> people() {
        return List.copyOf(people.values());
    }
}
