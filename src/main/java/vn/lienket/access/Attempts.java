package vn.lienket.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.database.Moments;

/**
 * The attempts at each account, there from each network and known browser, and of each address, in the database and so the same at
 * every node. An attempt is counted before the password is looked at, so that of a hundred guesses at the same moment no more are
 * looked at than of a hundred one after another.
 */
@Repository
class Attempts {

    private static final int HALF = 16;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Attempts(JdbcClient jdbc, PlatformTransactionManager transactionManager, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
        // counted even if whoever asked rolls back
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** As {@link #reserve(String, String, String)}, by a browser that nobody knows or by a program. */
    Optional<Duration> reserve(String userId, String address) {
        return reserve(userId, address, null);
    }

    /**
     * Counts an attempt, or says how long to wait and counts nothing. At an account each network waits for itself, so that who guesses
     * shuts nobody else out; only after many guesses from many networks do all wait, but for the browsers in which the person has
     * signed in before: each of them waits for its own mistakes only. What the account is refused does not count for the address: one
     * client with an old password must not shut the others of its office out. Neither does this machine itself wait as an address:
     * whoever comes through a proxy on it that is not named would be everybody.
     *
     * @param device the random name of a browser in which this person has signed in before, or null
     */
    Optional<Duration> reserve(String userId, String address, String device) {
        Instant now = now();
        return transaction.execute(status -> {
            Optional<Duration> wait = reserve(atAccount(userId, address, device), BackOff.AT_ACCOUNT, now)
                    .or(() -> device != null ? Optional.empty() : reserve(account(userId), BackOff.OF_ACCOUNT, now))
                    .or(() -> NetworkAddress.isThisMachine(address)
                            ? Optional.empty()
                            : reserve(address(address), BackOff.OF_ADDRESS, now));
            if (wait.isPresent()) {
                status.setRollbackOnly();
            }
            return wait;
        });
    }

    void succeeded(String userId, String address) {
        succeeded(userId, address, null);
    }

    /** The attempt was right: whoever it came from starts anew at this account, and the guesses of others stay counted. */
    void succeeded(String userId, String address, String device) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from lienket.sign_in_attempts where subject = ?")
                    .param(atAccount(userId, address, device))
                    .update();
            releaseElsewhere(userId, address, device);
        });
    }

    /** The attempt was none: neither right nor wrong. */
    void release(String userId, String address, String device) {
        transaction.executeWithoutResult(status -> {
            release(atAccount(userId, address, device), BackOff.AT_ACCOUNT);
            releaseElsewhere(userId, address, device);
        });
    }

    private void releaseElsewhere(String userId, String address, String device) {
        if (device == null) {
            release(account(userId), BackOff.OF_ACCOUNT);
        }
        release(address(address), BackOff.OF_ADDRESS);
    }

    void forgive(String userId) {
        forgive(userId, jdbc);
    }

    /** Forgets all attempts at an account, wherever they came from. */
    static void forgive(String userId, JdbcClient database) {
        byte[] first = account(userId);
        byte[] last = first.clone();
        Arrays.fill(last, HALF, last.length, (byte) 0xff);
        database.sql("delete from lienket.sign_in_attempts where subject between ? and ?")
                .params(first, last)
                .update();
    }

    private Optional<Duration> reserve(byte[] subject, BackOff backOff, Instant now) {
        BackOff.State state = locked(subject, now);
        if (state.blockedAt(now)) {
            return Optional.of(Duration.between(now, state.blockedUntil()));
        }
        store(subject, backOff.afterAttempt(state, now));
        return Optional.empty();
    }

    private void release(byte[] subject, BackOff backOff) {
        Instant now = now();
        store(subject, backOff.afterRelease(locked(subject, now), now));
    }

    /** The state, which nobody else changes or forgets until this transaction ends: the update of nothing locks the row. */
    private BackOff.State locked(byte[] subject, Instant now) {
        BackOff.State untouched = BackOff.State.untouched(now);
        BackOff.State state = jdbc.sql("""
                        insert into lienket.sign_in_attempts (subject, level, last_at, blocked_until) values (?, ?, ?, ?)
                        on conflict (subject) do update set subject = excluded.subject
                        returning level, last_at, blocked_until""")
                .params(
                        subject,
                        untouched.level(),
                        Moments.of(untouched.lastAt()),
                        Moments.of(untouched.blockedUntil()))
                .query((row, number) -> new BackOff.State(
                        row.getDouble(1), Moments.in(row, "last_at"), Moments.in(row, "blocked_until")))
                .single();
        if (state.equals(untouched)) {
            forgetOld(now);
        }
        return state;
    }

    private void store(byte[] subject, BackOff.State state) {
        jdbc.sql("update lienket.sign_in_attempts set level = ?, last_at = ?, blocked_until = ? where subject = ?")
                .params(state.level(), Moments.of(state.lastAt()), Moments.of(state.blockedUntil()), subject)
                .update();
    }

    /** For each new row a few old ones go, so that invented names do not fill the table. */
    private void forgetOld(Instant now) {
        jdbc.sql("""
                        delete from lienket.sign_in_attempts where subject in (
                            select subject from lienket.sign_in_attempts where last_at < ? order by last_at limit 10
                            for update skip locked)""").param(Moments.of(BackOff.forgottenBefore(now))).update();
    }

    /** As exactly as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The attempts at an account begin with the same half, so that they can be found together. */
    private static byte[] account(String userId) {
        return Arrays.copyOf(Arrays.copyOf(hash("account " + userId), HALF), 2 * HALF);
    }

    private static byte[] atAccount(String userId, String address, String device) {
        byte[] subject = account(userId);
        byte[] from = hash(device == null ? "network " + NetworkAddress.network(address) : "device " + device);
        System.arraycopy(from, 0, subject, HALF, HALF);
        return subject;
    }

    private static byte[] address(String address) {
        return hash("address " + NetworkAddress.key(address));
    }

    private static byte[] hash(String subject) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
