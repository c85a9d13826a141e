package vn.lienket.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import vn.lienket.engine.Passwords;
import vn.lienket.notification.SettableClock;
import vn.lienket.notification.TwoDepartments;

/** Guesses at passwords, on the real engine and its database. */
@AccessTest
class SignInAttemptsTest {

    private static final String RIGHT = "con trâu đi trước cái cày";
    private static final String WRONG = "cái cày đi trước con trâu";
    private static final String OFFICE = "203.0.113.7";
    private static final String HOME = "198.51.100.9";
    private static final Outcome.Kind ACCEPTED = Outcome.Kind.ACCEPTED;
    private static final Outcome.Kind REFUSED = Outcome.Kind.REFUSED;
    private static final Outcome.Kind WAIT = Outcome.Kind.WAIT;

    @Autowired
    SignIn signIn;

    @Autowired
    Attempts attempts;

    @Autowired
    Passwords passwords;

    @Autowired
    SecondFactors secondFactors;

    @Autowired
    IdentityService identityService;

    @Autowired
    TwoDepartments parties;

    @Autowired
    EmbeddedPostgres postgres;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void afresh() {
        clock.set("2026-11-20T09:00");
        jdbc.sql("delete from lienket.sign_in_attempts").update();
        parties.restore();
        Stream.of("legal1", "legal2", "officer1").forEach(this::account);
        identityService.clearAuthentication();
    }

    private void account(String id) {
        if (identityService.createUserQuery().userId(id).count() == 0) {
            User user = identityService.newUser(id);
            user.setPassword(RIGHT);
            identityService.saveUser(user);
        } else {
            passwords.set(id, RIGHT);
        }
    }

    @Test
    void theRightPasswordOpensAndNoOther() {
        assertThat(form("legal1", RIGHT)).isEqualTo(ACCEPTED);
        assertThat(form("legal1", WRONG)).isEqualTo(REFUSED);
        assertThat(form("legal1", "")).isEqualTo(REFUSED);
        assertThat(form("nobody", RIGHT)).isEqualTo(REFUSED);
        assertThat(form("", RIGHT)).isEqualTo(REFUSED);
        assertThat(form("legal1\u0000", RIGHT)).isEqualTo(REFUSED);
    }

    /** The database keeps microseconds: what it rounds up must not lie in the future. */
    @Test
    void aFirstAttemptNeverWaitsWhateverTheClockShows() {
        for (int nanos = 1; nanos < 1000; nanos += 111) {
            clock.set("2026-11-20T09:00:00.000000%03d".formatted(nanos));
            assertThat(form("legal1", RIGHT)).isEqualTo(ACCEPTED);
        }
    }

    @Test
    void whoHasLeftIsRefused() {
        parties.remove("legal1");

        assertThat(form("legal1", RIGHT)).isEqualTo(REFUSED);
        assertThat(basic("legal1", RIGHT)).isEqualTo(REFUSED);
    }

    @Test
    void fromTheFifthWrongAttemptOnTheWaitGrowsToAQuarterOfAnHourAndNoFurther() {
        List<Long> waits = new ArrayList<>();
        for (int attempt = 1; attempt <= 20; attempt++) {
            assertThat(form("legal1", WRONG)).as("attempt %d", attempt).isEqualTo(REFUSED);
            Outcome next = signIn.verify("legal1", RIGHT, OFFICE);
            if (next.kind() == WAIT) {
                waits.add(next.retryAfterSeconds());
                pass(next.retryAfter());
            } else {
                // the right one has been accepted, and that makes a new start: the wrong ones so far again
                wrong("legal1", attempt);
            }
        }

        assertThat(waits.subList(0, 9)).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L);
        assertThat(waits.subList(9, waits.size())).startsWith(512L).endsWith(900L, 900L, 900L);
    }

    @Test
    void evenTheRightPasswordWaitsAndThenOpensAndMakesANewStart() {
        wrong("legal1", 5);

        assertThat(form("legal1", RIGHT)).isEqualTo(WAIT);
        assertThat(signIn.verify("legal1", RIGHT, OFFICE).sentence())
                .isEqualTo("Đã thử sai nhiều lần. Hãy thử lại sau 1 giây.");
        pass(Duration.ofSeconds(1));
        assertThat(form("legal1", RIGHT)).isEqualTo(ACCEPTED);
        wrong("legal1", 4);
        assertThat(form("legal1", RIGHT)).isEqualTo(ACCEPTED);
    }

    @Test
    void aQuietHourMakesUpForSixAttempts() {
        wrong("legal1", 4);
        pass(Duration.ofHours(1));
        wrong("legal1", 4);

        assertThat(form("legal1", RIGHT)).isEqualTo(ACCEPTED);
    }

    @Test
    void anUnknownNameWaitsLikeAnyOther() {
        wrong("nobody", 5);

        assertThat(form("nobody", WRONG)).isEqualTo(WAIT);
    }

    @Test
    void ofAHundredGuessesAtOnceFiveAreLookedAt() throws Exception {
        List<Callable<Outcome>> guesses = IntStream.range(0, 100)
                .<Callable<Outcome>>mapToObj(number -> () -> number == 99
                        ? signIn.verify("legal1", RIGHT, "198.51.100." + number)
                        : signIn.verify("legal1", WRONG + number, "198.51.100." + number))
                .toList();

        List<Outcome> outcomes = atOnce(guesses);

        long lookedAt =
                outcomes.stream().filter(outcome -> outcome.kind() == REFUSED).count();
        boolean lucky = outcomes.get(99).accepted();
        // had the right one been among the first, a new start was made
        assertThat(lookedAt).isLessThanOrEqualTo(lucky ? 10 : 5);
    }

    @Test
    void aSecondNodeKnowsTheAttemptsAtTheFirst() throws Exception {
        DriverManagerDataSource connections = new DriverManagerDataSource(postgres.getJdbcUrl("postgres", "postgres"));
        Attempts atOther = new Attempts(JdbcClient.create(connections), new JdbcTransactionManager(connections), clock);
        SignIn other = nodeWith(atOther);
        List<Callable<Outcome>> guesses = IntStream.range(0, 20)
                .<Callable<Outcome>>mapToObj(
                        number -> () -> (number % 2 == 0 ? signIn : other).verify("legal1", WRONG + number, OFFICE))
                .toList();

        assertThat(atOnce(guesses))
                .filteredOn(outcome -> outcome.kind() == REFUSED)
                .hasSize(5);
        assertThat(other.verify("legal1", RIGHT, OFFICE).kind()).isEqualTo(WAIT);
        pass(Duration.ofSeconds(1));
        assertThat(other.verify("legal1", RIGHT, OFFICE).accepted()).isTrue();
        assertThat(form("legal1", RIGHT)).isEqualTo(ACCEPTED);
    }

    @Test
    void whoGuessesMakesNobodyElsewhereWait() {
        for (int hour = 0; hour < 24; hour++) {
            for (int guess = 0; guess < 20; guess++) {
                form("legal1", WRONG);
                form("nobody", WRONG);
                pass(Duration.ofMinutes(3));
            }
        }
        wrong("legal1", 1);
        wrong("nobody", 1);

        assertThat(form("legal1", RIGHT)).isEqualTo(WAIT);
        assertThat(signIn.verify("legal1", RIGHT, HOME).kind()).isEqualTo(ACCEPTED);
        assertThat(form("legal1", RIGHT))
                .as("still waits where guesses come from")
                .isEqualTo(WAIT);
        assertThat(signIn.verify("nobody", RIGHT, HOME).kind()).isEqualTo(REFUSED);
    }

    @Test
    void guessesFromManyNetworksAreFewAndAKnownBrowserDoesNotWaitForThem() {
        String device = signIn.device("legal1").orElseThrow();
        String others = signIn.device("legal2").orElseThrow();

        assertThat(guessesOfAThousandNetworks("legal1")).isEqualTo(50);

        assertThat(signIn.verify("legal1", RIGHT, HOME).kind()).isEqualTo(WAIT);
        for (String useless : List.of("", "x", others, device.replaceFirst(".$", "x"), "0" + device)) {
            assertThat(signIn.verify("legal1", RIGHT, HOME, useless).kind())
                    .as(useless)
                    .isEqualTo(WAIT);
        }
        assertThat(signIn.verify("legal1", RIGHT, HOME, device).kind()).isEqualTo(ACCEPTED);
        assertThat(signIn.verify("legal1", RIGHT, HOME).kind())
                .as("no new start for others")
                .isEqualTo(WAIT);
        attempts.forgive("legal1");
        assertThat(signIn.verify("legal1", RIGHT, HOME).kind()).isEqualTo(ACCEPTED);
        passwords.set("legal1", "và một mật khẩu nữa");
        guessesOfAThousandNetworks("legal1");
        assertThat(signIn.verify("legal1", "và một mật khẩu nữa", HOME, device).kind())
                .as("known by the old password")
                .isEqualTo(WAIT);
    }

    @Test
    void manyNetworksGuessNoMoreOftenAtAnUnknownName() {
        assertThat(guessesOfAThousandNetworks("nobody")).isEqualTo(50);
        int lookedAt = 0;
        for (int minute = 0; minute < 24 * 60; minute++) {
            pass(Duration.ofMinutes(1));
            String address = "10.%d.%d.1".formatted(minute / 256, minute % 256);
            lookedAt += signIn.verify("nobody", WRONG, address).kind() == REFUSED ? 1 : 0;
        }

        assertThat(lookedAt).isBetween(50, 300);
    }

    @Test
    void aKnownBrowserWaitsForItsOwnMistakes() {
        String device = signIn.device("legal1").orElseThrow();
        for (int guess = 0; guess < 5; guess++) {
            assertThat(signIn.verify("legal1", WRONG, HOME, device).kind()).isEqualTo(REFUSED);
        }

        assertThat(signIn.verify("legal1", RIGHT, HOME, device).kind()).isEqualTo(WAIT);
        assertThat(signIn.verify("legal1", RIGHT, HOME).kind()).isEqualTo(ACCEPTED);
    }

    @Test
    void anAddressThatGuessesAtManyAccountsWaitsAndNobodyElse() {
        for (int name = 0; name < 100; name++) {
            assertThat(form("name" + name, WRONG)).isEqualTo(REFUSED);
        }

        assertThat(form("legal1", RIGHT)).isEqualTo(WAIT);
        assertThat(signIn.verify("legal1", RIGHT, "203.0.113.8").accepted()).isTrue();
    }

    @Test
    void manyAddressesOfOneNetworkCountAsOne() {
        for (int name = 0; name < 100; name++) {
            signIn.verify("name" + name, WRONG, "2001:db8:1:2::" + Integer.toHexString(name));
        }

        assertThat(signIn.verify("legal1", RIGHT, "2001:db8:1:2:ffff::1").kind())
                .isEqualTo(WAIT);
        assertThat(signIn.verify("legal1", RIGHT, "2001:db8:1:3::1").accepted()).isTrue();
    }

    @Test
    void aClientWithAnOldPasswordDoesNotShutItsOfficeOut() {
        for (int second = 0; second < 1000; second++) {
            basic("officer1", WRONG);
            pass(Duration.ofSeconds(1));
        }

        assertThat(form("legal1", RIGHT)).isEqualTo(ACCEPTED);
    }

    @Test
    void peopleWhoSignInRightlyDoNotMakeTheirOfficeWait() {
        for (int time = 0; time < 150; time++) {
            assertThat(attempts.reserve("person" + time, OFFICE)).isEmpty();
            attempts.succeeded("person" + time, OFFICE);
        }
    }

    @Test
    void anUnknownNameTakesAsLongAsAWrongPassword() {
        StoredTimes known = new StoredTimes();
        StoredTimes unknown = new StoredTimes();
        for (int round = 0; round < 15; round++) {
            known.measure(() -> form("legal1", WRONG));
            unknown.measure(() -> form("nobody", WRONG));
            jdbc.sql("delete from lienket.sign_in_attempts").update();
        }

        assertThat(unknown.median() / known.median()).isBetween(0.6, 1.67);
    }

    @Test
    void passwordsHashedBeforeStillOpenAndAreHashedAnew() {
        String salt = "c2FsdA==";
        for (String hash : List.of(
                new PasswordManager(new Sha512HashDigest(), List.of()).encrypt(RIGHT + salt),
                "{PBKDF2-SHA256-60000}"
                        + new Pbkdf2PasswordEncoder(
                                        "",
                                        16,
                                        60_000,
                                        Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256)
                                .encode(RIGHT + salt))) {
            jdbc.sql("update act_id_user set pwd_ = ?, salt_ = ? where id_ = 'legal1'")
                    .params(hash, salt)
                    .update();

            assertThat(form("legal1", WRONG)).isEqualTo(REFUSED);
            assertThat(storedHash("legal1")).isEqualTo(hash);
            assertThat(form("legal1", RIGHT)).isEqualTo(ACCEPTED);
            assertThat(storedHash("legal1")).startsWith("{ARGON2ID}$argon2id$v=19$m=19456,t=2,p=1$");
            assertThat(form("legal1", RIGHT)).isEqualTo(ACCEPTED);
        }
    }

    @Test
    void theEnginesOwnLockIsNone() {
        jdbc.sql(
                        "update act_id_user set attempts_ = 10, lock_exp_time_ = now() + interval '1 day' where id_ = 'legal1'")
                .update();

        assertThat(identityService.checkPassword("legal1", RIGHT)).isTrue();
    }

    @Test
    void basicIsCheckedOnceForFiveMinutes() {
        assertThat(basic("legal1", RIGHT)).isEqualTo(ACCEPTED);
        StoredTimes cached = new StoredTimes();
        for (int round = 0; round < 15; round++) {
            cached.measure(() -> basic("legal1", RIGHT));
        }
        assertThat(cached.median()).isLessThan(Duration.ofMillis(15).toNanos());

        // what was verified stays so while others' guesses make the account wait; whatever was not, does not
        wrong("legal1", 5);
        assertThat(basic("legal1", RIGHT)).isEqualTo(ACCEPTED);
        assertThat(basic("legal1", WRONG)).isEqualTo(WAIT);
        assertThat(form("legal1", RIGHT)).isEqualTo(WAIT);
        assertThat(attempts.reserve("legal1", OFFICE)).as("no new start").isPresent();
    }

    @Test
    void basicEndsWithThePasswordAndThePerson() {
        assertThat(basic("legal1", RIGHT)).isEqualTo(ACCEPTED);
        passwords.set("legal1", "và một mật khẩu nữa");
        assertThat(basic("legal1", RIGHT)).isEqualTo(REFUSED);
        assertThat(basic("legal1", "và một mật khẩu nữa")).isEqualTo(ACCEPTED);

        parties.remove("legal1");
        assertThat(basic("legal1", "và một mật khẩu nữa")).isEqualTo(REFUSED);
    }

    @Test
    void basicIsCheckedAgainAfterFiveMinutes() {
        assertThat(basic("legal1", RIGHT)).isEqualTo(ACCEPTED);
        wrong("legal1", 14);

        pass(Duration.ofMinutes(5).plusSeconds(1));
        wrong("legal1", 1);

        assertThat(basic("legal1", RIGHT)).isEqualTo(WAIT);
    }

    @Test
    void severalRequestsOfOneClientAreOneAttempt() throws Exception {
        assertThat(atOnce(IntStream.range(0, 30)
                        .<Callable<Outcome>>mapToObj(number -> () -> signIn.verifyBasic("legal2", RIGHT, OFFICE))
                        .toList()))
                .allMatch(Outcome::accepted);
    }

    @Test
    void oldAttemptsAreForgotten() {
        IntStream.range(0, 5).forEach(number -> wrong("old" + number, 1));
        pass(Duration.ofDays(1).plusMinutes(1));
        wrong("new", 1);

        assertThat(jdbc.sql("select count(*) from lienket.sign_in_attempts")
                        .query(Integer.class)
                        .single())
                .as("at the account from here, at the account, of the address")
                .isEqualTo(3);
    }

    /** How many guesses were looked at, one from each network. */
    private long guessesOfAThousandNetworks(String user) {
        return IntStream.range(0, 1000)
                .filter(network ->
                        signIn.verify(user, WRONG, "10.%d.%d.1".formatted(100 + network / 256, network % 256))
                                        .kind()
                                == REFUSED)
                .count();
    }

    private SignIn nodeWith(Attempts itsAttempts) {
        return new SignIn(passwords, parties, itsAttempts, new VerifiedCredentials(clock), secondFactors);
    }

    private Outcome.Kind form(String user, String password) {
        return signIn.verify(user, password, OFFICE).kind();
    }

    private Outcome.Kind basic(String user, String password) {
        return signIn.verifyBasic(user, password, OFFICE).kind();
    }

    /** Wrong attempts, each when its time has come. */
    private void wrong(String user, int times) {
        for (int time = 0; time < times; time++) {
            attempts.reserve(user, OFFICE).ifPresent(wait -> {
                pass(wait);
                assertThat(attempts.reserve(user, OFFICE)).isEmpty();
            });
        }
    }

    private void pass(Duration time) {
        clock.set(clock.instant()
                .plus(time)
                .atZone(clock.getZone())
                .toLocalDateTime()
                .toString());
    }

    private String storedHash(String user) {
        return jdbc.sql("select pwd_ from act_id_user where id_ = ?")
                .param(user)
                .query(String.class)
                .single();
    }

    private static List<Outcome> atOnce(List<Callable<Outcome>> actions) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(actions.size());
        try {
            CountDownLatch ready = new CountDownLatch(actions.size());
            List<Future<Outcome>> outcomes = actions.stream()
                    .map(action -> threads.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return action.call();
                    }))
                    .toList();
            List<Outcome> results = new ArrayList<>();
            for (Future<Outcome> outcome : outcomes) {
                results.add(outcome.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static final class StoredTimes {

        private final List<Duration> times = new ArrayList<>();

        void measure(Runnable work) {
            Instant start = Instant.now();
            work.run();
            times.add(Duration.between(start, Instant.now()));
        }

        double median() {
            times.sort(Comparator.naturalOrder());
            return times.get(times.size() / 2).toNanos();
        }
    }
}
