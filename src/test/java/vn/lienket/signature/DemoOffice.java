package vn.lienket.signature;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import vn.lienket.party.Organisation;
import vn.lienket.party.Person;
import vn.lienket.party.Role;
import vn.lienket.support.ListedParties;

/** A department and a company with the people of the demonstration, and their keys. */
final class DemoOffice extends ListedParties {

    static final String DEPARTMENT = "Sở Thông tin và Truyền thông tỉnh Bình Dương";
    static final String COMPANY = "Công ty TNHH MTV Phát triển Công viên phần mềm Quang Trung";
    static final char[] PASSWORD = "lienket".toCharArray();

    private final Path data;
    private final String name;

    DemoOffice(Path data) {
        this(data, "Lãnh đạo 1, Sở TT&TT Bình Dương");
    }

    /** @param name of the department's leader */
    DemoOffice(Path data, String name) {
        this.data = data;
        this.name = name;
    }

    DemoKeys keys(Clock clock) {
        return new DemoKeys(data, this, clock);
    }

    /** @param owner a leader or a body */
    SigningKey key(String owner, Clock clock) throws Exception {
        Path file = Files.createTempFile(data, owner, ".p12");
        DemoKeys keys = keys(clock);
        Files.write(file, keys.of(owner).or(() -> keys.ofBody(owner)).orElseThrow());
        return SigningKey.open(file, PASSWORD);
    }

    @Override
    public List<Organisation> organisations() {
        return List.of(
                organisation("binhduong", DEPARTMENT, "Ủy ban nhân dân tỉnh Bình Dương", "H09"),
                organisation("qtsc", COMPANY, null, "QTSC"));
    }

    private static Organisation organisation(String id, String name, String parent, String code) {
        return new Organisation(
                id, name, id, parent, code, code, null, null, "GIÁM ĐỐC", "civil-service", null, null, null);
    }

    @Override
    public List<Person> people() {
        return List.of(
                person("binhduong.leader1", name, "binhduong", Role.LEADER, true),
                person("binhduong.leader2", "Lãnh đạo 2, Sở TT&TT Bình Dương", "binhduong", Role.LEADER, false),
                person("binhduong.clerk1", "Văn thư 1, Sở TT&TT Bình Dương", "binhduong", Role.CLERK, true),
                person("binhduong.clerk2", "Văn thư 2, Sở TT&TT Bình Dương", "binhduong", Role.CLERK, true),
                person("binhduong.officer1", "Chuyên viên 1, Sở TT&TT Bình Dương", "binhduong", Role.OFFICER, true),
                person("qtsc.leader1", "Lãnh đạo 1, QTSC", "qtsc", Role.LEADER, true));
    }

    private static Person person(String id, String name, String organisation, Role role, boolean active) {
        return new Person(id, name, id + "@example", organisation, Set.of(role), Set.of(), List.of(), active);
    }
}
