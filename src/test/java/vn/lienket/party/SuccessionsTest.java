package vn.lienket.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig({PartyDatabase.class, Successions.class, SuccessionsTest.Time.class})
class SuccessionsTest {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /** Alpha ends with the year 2030 and Beta takes over. */
    private static final DirectorySnapshot FILE = DirectorySamples.read(DirectorySamples.TWO_ORGANISATIONS);

    /** And Beta is followed by Gamma, which goes on under its code, half a year later. */
    private static final DirectorySnapshot TWO_STEPS = DirectorySamples.read(DirectorySamples.TWO_ORGANISATIONS.replace(
            "channels:", "    validTo: 2031-06-30\n    successor: gamma\n" + gamma().indent(2) + "channels:"));

    private static LocalDate today;

    @Autowired
    private DirectoryImport directory;

    @Autowired
    private Successions successions;

    @Autowired
    private DirectoryParties parties;

    @Autowired
    private DirectoryStore store;

    @Autowired
    private PartyDatabase.Listener listener;

    @Autowired
    private JdbcClient jdbc;

    @TestConfiguration
    static class Time {

        @Bean
        Clock clock() {
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return VIETNAM;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return today.atTime(9, 0).atZone(VIETNAM).toInstant();
                }
            };
        }
    }

    private static String gamma() {
        return """
                - id: gamma
                  name: Sở Gamma
                  shortName: Gamma
                  abbreviation: SG
                  code: BETA
                  email: vanthu@gamma.example
                  place: Tỉnh Gamma
                  leaderTitle: GIÁM ĐỐC
                  calendar: civil-service
                  validFrom: 2031-07-01
                """;
    }

    @BeforeEach
    void emptyDirectory() {
        listener.forget();
        jdbc.sql("truncate lienket.organisation, lienket.channel, lienket.person, lienket.directory_version cascade")
                .update();
        today = LocalDate.of(2030, 12, 31);
    }

    @Test
    void nothingPassesBeforeTheDay() {
        directory.apply(FILE);
        long version = store.version();

        successions.takeEffect();

        assertThat(parties.successions()).isEmpty();
        assertThat(parties.actingFor("alpha")).isEqualTo("alpha");
        assertThat(parties.organisationName("alpha")).isEqualTo("Sở Alpha");
        assertThat(store.version()).isEqualTo(version);
    }

    @Test
    void onTheDayPeopleGroupsAndChannelsPassToTheSuccessor() {
        directory.apply(FILE);
        today = today.plusDays(1);

        successions.takeEffect();

        assertThat(parties.successions()).containsExactly(new Succession("alpha", "beta", today));
        assertThat(parties.person("an"))
                .hasValueSatisfying(an -> assertThat(an.organisation()).isEqualTo("beta"));
        assertThat(parties.members("beta-officer")).extracting(Person::id).containsExactly("an", "binh");
        assertThat(parties.members("alpha-officer")).extracting(Person::id).containsExactly("an", "binh");
        assertThat(parties.members("alpha-clerk")).extracting(Person::id).containsExactly("chi");
        assertThat(parties.channel("both").orElseThrow().parties()).containsExactly("beta");
        assertThat(parties.line("beta")).containsExactly("beta", "alpha");
        assertThat(parties.organisationName("alpha")).isEqualTo("Sở Alpha (nay là Công ty Beta)");
        assertThat(parties.organisationName("beta")).isEqualTo("Công ty Beta");
        assertThat(parties.acting("alpha")).isEqualTo(parties.organisation("beta"));
    }

    @Test
    void aFileThatComesAfterTheDayPassesAtOnceAndThroughEveryStep() {
        today = LocalDate.of(2031, 8, 1);

        directory.apply(TWO_STEPS);

        assertThat(parties.actingFor("alpha")).isEqualTo("gamma");
        assertThat(parties.line("gamma")).containsExactlyInAnyOrder("gamma", "alpha", "beta");
        assertThat(parties.organisationShortName("beta")).isEqualTo("Beta (nay là Gamma)");
        assertThat(parties.members("gamma-clerk")).extracting(Person::id).containsExactly("chi");
        assertThat(listener.events).hasSize(1);
    }

    @Test
    void untilTheDayTheFileMaySayOtherwiseAndNoMoreFromThenOn() {
        directory.apply(FILE);
        DirectorySnapshot later = DirectorySamples.read(
                DirectorySamples.TWO_ORGANISATIONS.replace("validTo: 2030-12-31", "validTo: 2032-12-31"));
        directory.apply(later);
        today = LocalDate.of(2031, 1, 1);
        successions.takeEffect();
        assertThat(parties.successions()).isEmpty();

        directory.apply(FILE);
        assertThat(parties.successions()).hasSize(1);
        InvalidDirectoryException refused =
                catchThrowableOfType(InvalidDirectoryException.class, () -> directory.apply(later));

        assertThat(refused.errors())
                .containsExactly(
                        "tổ chức 'alpha' đã được tổ chức 'beta' kế thừa từ ngày 2031-01-01, không đổi được nữa");
        assertThat(parties.actingFor("alpha")).isEqualTo("beta");
    }

    @Test
    void twoNodesLetItTakeEffectOnce() {
        directory.apply(FILE);
        listener.forget();
        today = today.plusDays(1);

        List<CompletableFuture<Void>> nodes = IntStream.range(0, 4)
                .mapToObj(node -> CompletableFuture.runAsync(successions::takeEffect))
                .toList();
        nodes.forEach(CompletableFuture::join);
        successions.takeEffect();

        assertThat(parties.successions()).hasSize(1);
        assertThat(jdbc.sql("select count(*) from lienket.directory_version")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(listener.events).hasSizeBetween(1, 4);
    }

    @Test
    void aSuccessorMayGoOnUnderTheCodeOfItsPredecessorAndNobodyElse() {
        assertThat(TWO_STEPS.organisations()).extracting(Organisation::code).containsExactly("H01", "BETA", "BETA");
        String stranger = gamma().replace("code: BETA", "code: H01").replace("gamma", "delta");

        InvalidDirectoryException refused = catchThrowableOfType(
                InvalidDirectoryException.class,
                () -> DirectorySamples.read(
                        DirectorySamples.TWO_ORGANISATIONS.replace("channels:", stranger.indent(2) + "channels:")));

        assertThat(refused.errors()).singleElement().asString().contains("dùng mã hồ sơ 'H01' của tổ chức 'alpha'");
    }
}
