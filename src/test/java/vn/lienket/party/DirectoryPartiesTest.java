package vn.lienket.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(PartyDatabase.class)
class DirectoryPartiesTest {

    private static final DirectorySnapshot FILE = DirectorySamples.read(DirectorySamples.TWO_ORGANISATIONS);

    @Autowired
    private DirectoryImport directoryImport;

    @Autowired
    private DirectoryStore store;

    @Autowired
    private DirectoryParties parties;

    @Autowired
    private PartyDatabase.Listener listener;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void applyFile() {
        listener.forget();
        jdbc.sql("truncate lienket.organisation, lienket.channel, lienket.person, lienket.directory_version cascade")
                .update();
        directoryImport.apply(FILE);
    }

    @Test
    void findsWhatTheDirectoryNames() {
        assertThat(parties.organisations()).isEqualTo(FILE.organisations());
        assertThat(parties.channels()).isEqualTo(FILE.channels());
        assertThat(parties.people()).isEqualTo(FILE.people());
        assertThat(parties.organisation("alpha")).contains(FILE.organisations().get(0));
        assertThat(parties.channel("both")).contains(FILE.channels().get(0));
        assertThat(parties.person("an")).contains(FILE.people().get(0));
    }

    @Test
    void findsNothingElse() {
        assertThat(parties.organisation("gamma")).isEmpty();
        assertThat(parties.channel("gamma")).isEmpty();
        assertThat(parties.person("gamma")).isEmpty();
        assertThat(parties.members("gamma-officer")).isEmpty();
    }

    @Test
    void countsTheAbsentAsMembersAndKnowsTheirAbsence() {
        assertThat(parties.members("alpha-officer")).extracting(Person::id).containsExactly("an", "binh");
        assertThat(parties.members("alpha-expert"))
                .singleElement()
                .extracting(person ->
                        person.absenceOn(LocalDate.of(2027, 3, 5), "AnyProcess").orElseThrow())
                .extracting(Absence::substitute)
                .isEqualTo("binh");
    }

    @Test
    void leavesTheInactiveOutOfTheirGroups() {
        directoryImport.apply(DirectorySamples.read(DirectorySamples.WITHOUT_BINH));

        assertThat(parties.members("alpha-officer")).extracting(Person::id).containsExactly("an");
        assertThat(parties.people()).extracting(Person::id).containsExactly("an", "binh", "chi");
    }

    @Test
    void seesAtOnceWhatAnotherNodeApplied() {
        DirectoryParties otherNode = new DirectoryParties(store);
        assertThat(otherNode.members("alpha-officer")).hasSize(2);

        directoryImport.apply(DirectorySamples.read(DirectorySamples.WITHOUT_BINH));

        assertThat(otherNode.members("alpha-officer")).hasSize(1);
    }
}
