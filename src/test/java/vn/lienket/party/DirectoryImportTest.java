package vn.lienket.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@SpringJUnitConfig(PartyDatabase.class)
class DirectoryImportTest {

    private static final DirectorySnapshot FILE = DirectorySamples.read(DirectorySamples.TWO_ORGANISATIONS);
    private static final DirectorySnapshot FILE_WITHOUT_BINH = DirectorySamples.read(DirectorySamples.WITHOUT_BINH);

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
    void emptyDirectory() {
        listener.forget();
        jdbc.sql("truncate lienket.organisation, lienket.channel, lienket.person, lienket.directory_version cascade")
                .update();
    }

    @Test
    void writesWhatTheFileSays() {
        DirectoryChanges changes = directoryImport.apply(FILE);

        assertThat(store.load()).isEqualTo(FILE);
        assertThat(changes.added())
                .containsExactly(
                        "organisation alpha",
                        "organisation beta",
                        "channel both",
                        "person an",
                        "person binh",
                        "person chi");
        assertThat(changes.changed()).isEmpty();
        assertThat(changes.disabled()).isEmpty();
    }

    @Test
    void changesNothingTheSecondTime() {
        directoryImport.apply(FILE);
        long version = store.version();

        DirectoryChanges changes = directoryImport.apply(FILE);

        assertThat(changes.isEmpty()).isTrue();
        assertThat(store.version()).isEqualTo(version);
        assertThat(listener.events)
                .hasSize(2)
                .allMatch(event -> event.snapshot().equals(FILE));
    }

    @Test
    void writesOnlyWhatDiffers() {
        directoryImport.apply(FILE);

        DirectoryChanges changes = directoryImport.apply(DirectorySamples.read(DirectorySamples.TWO_ORGANISATIONS
                .replace("Hợp tác", "Hợp tác mới")
                .replace("[beta, alpha]", "[alpha, beta]")
                .replace("to: 2027-01-08", "to: 2027-01-09")));

        assertThat(changes).isEqualTo(new DirectoryChanges(List.of(), List.of("channel both", "person an"), List.of()));
        assertThat(parties.channel("both")).contains(new Channel("both", "Hợp tác mới", List.of("alpha", "beta")));
    }

    @Test
    void disablesWhoeverLeftTheFileAndBringsHimBack() {
        directoryImport.apply(FILE);

        DirectoryChanges left = directoryImport.apply(FILE_WITHOUT_BINH);

        assertThat(left.disabled()).containsExactly("person binh");
        assertThat(parties.person("binh")).hasValueSatisfying(binh -> {
            assertThat(binh.active()).isFalse();
            assertThat(binh.roles()).isEmpty();
            assertThat(binh.name()).isEqualTo("Chuyên viên 1");
        });
        assertThat(directoryImport.apply(FILE_WITHOUT_BINH).isEmpty()).isTrue();

        DirectoryChanges back = directoryImport.apply(FILE);

        assertThat(back.changed()).containsExactly("person an", "person binh");
        assertThat(store.load()).isEqualTo(FILE);
    }

    @Test
    void tellsListenersWhoIsDisabledEveryTime() {
        directoryImport.apply(FILE);
        directoryImport.apply(FILE_WITHOUT_BINH);
        directoryImport.apply(FILE_WITHOUT_BINH);

        assertThat(listener.events)
                .extracting(DirectoryApplied::disabledPeople)
                .map(List::copyOf)
                .containsExactly(List.of(), List.of("binh"), List.of("binh"));
        assertThat(listener.events.get(2).snapshot().people())
                .extracting(Person::id)
                .containsExactly("an", "chi");
    }

    @Test
    void keepsOrganisationsAndChannelsThatLeftTheFile() {
        directoryImport.apply(new DirectoryFile(new ClassPathResource("demo/directory.yaml")).read());

        directoryImport.apply(FILE);

        assertThat(parties.organisations())
                .extracting(Organisation::id)
                .containsExactly("alpha", "beta", "binhduong", "qtsc", "tayninh");
        assertThat(parties.channels())
                .extracting(Channel::id)
                .containsExactly("binhduong-qtsc", "binhduong-tayninh", "both");
        assertThat(listener.events.get(1).snapshot().channels()).isEqualTo(parties.channels());
        assertThat(listener.events.get(1).disabledPeople()).hasSize(36);
    }

    @Test
    void refusesTheDossierCodeOfAnOrganisationThatLeftTheFile() {
        directoryImport.apply(FILE);
        DirectorySnapshot renamed = DirectorySamples.read(
                DirectorySamples.TWO_ORGANISATIONS.replace("beta", "gamma").replace("vanthu@gamma", "vanthu@beta"));

        InvalidDirectoryException refused =
                catchThrowableOfType(InvalidDirectoryException.class, () -> directoryImport.apply(renamed));

        assertThat(refused.errors())
                .containsExactly("tổ chức 'gamma' dùng mã hồ sơ 'BETA' của tổ chức 'beta' đã có trong cơ sở dữ liệu");
        assertThat(store.load()).isEqualTo(FILE);
    }

    @Test
    void letsTwoOrganisationsSwapTheirCodes() {
        directoryImport.apply(FILE);

        directoryImport.apply(DirectorySamples.read(DirectorySamples.TWO_ORGANISATIONS
                .replace("H01", "TMP")
                .replace("BETA", "H01")
                .replace("TMP", "BETA")));

        assertThat(parties.organisations()).extracting(Organisation::code).containsExactly("BETA", "H01");
    }

    @Test
    void publishesInsideTheTransaction() {
        listener.reaction = event -> {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isTrue();
            assertThat(parties.members("alpha-officer")).extracting(Person::id).containsExactly("an", "binh");
        };

        directoryImport.apply(FILE);

        assertThat(listener.events).hasSize(1);
    }

    @Test
    void isUndoneWhenAListenerFails() {
        directoryImport.apply(FILE);
        long version = store.version();
        listener.reaction = event -> {
            assertThat(parties.person("binh"))
                    .hasValueSatisfying(binh -> assertThat(binh.active()).isFalse());
            throw new IllegalStateException("the engine refuses");
        };

        assertThatThrownBy(() -> directoryImport.apply(FILE_WITHOUT_BINH)).hasMessage("the engine refuses");

        assertThat(store.load()).isEqualTo(FILE);
        assertThat(store.version()).isEqualTo(version);
        assertThat(parties.person("binh"))
                .hasValueSatisfying(binh -> assertThat(binh.active()).isTrue());
    }

    @Test
    void letsTwoNodesStartAtOnce() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<Future<DirectoryChanges>> results =
                    List.of(nodes.submit(() -> applyAfter(start)), nodes.submit(() -> applyAfter(start)));
            start.countDown();

            assertThat(List.of(
                            results.get(0).get().isEmpty(), results.get(1).get().isEmpty()))
                    .containsExactlyInAnyOrder(true, false);
        } finally {
            nodes.shutdownNow();
        }
        assertThat(store.load()).isEqualTo(FILE);
    }

    private DirectoryChanges applyAfter(CountDownLatch start) throws InterruptedException {
        start.await();
        return directoryImport.apply(FILE);
    }
}
