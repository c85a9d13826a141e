package vn.lienket.password;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Argon2id with the parameters OWASP recommends (19 MiB, two passes, one lane). As each hash takes a core and its memory, only as many
 * are made at a time as the machine has cores; who waits too long for his turn gets a {@link BusyException}.
 */
public final class PasswordHashing {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** One for the process: what it guards, the machine, is shared too. */
    private static final Semaphore TURNS =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()), true);

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);

    private final Semaphore turns;
    private final Duration patience;

    public PasswordHashing() {
        this(TURNS, PATIENCE);
    }

    PasswordHashing(Semaphore turns, Duration patience) {
        this.turns = turns;
        this.patience = patience;
    }

    /** A hash with its parameters and a salt of its own. */
    public String hash(String password) {
        return inTurn(() -> encoder.encode(password));
    }

    public boolean matches(String password, String hash) {
        return inTurn(() -> encoder.matches(password, hash));
    }

    /** Whether the hash was made with weaker parameters than today's. */
    public boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /** Does costly work, here or with another algorithm, when it is its turn. */
    public <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BusyException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    /** Too many passwords are being checked at this moment; nothing has been checked or changed. */
    public static final class BusyException extends RuntimeException {

        BusyException() {
            super("Too many passwords at a time", null, false, false);
        }
    }
}
