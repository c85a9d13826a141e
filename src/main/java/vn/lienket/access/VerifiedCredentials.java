package vn.lienket.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import vn.lienket.engine.StoredPassword;

/**
 * Which user name and password this node has found right a short while ago, and against which stored hash. Kept under a keyed digest
 * with a key that this process alone has, so that nothing in here can be tried out faster than against the hash itself.
 */
@Component
class VerifiedCredentials {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration VALIDITY = Duration.ofMinutes(5);
    private static final int MOST = 10_000;

    private final SecretKeySpec key;
    private final Cache<String, String> hashes;
    private final Map<String, CompletableFuture<Outcome>> underway = new ConcurrentHashMap<>();

    VerifiedCredentials(Clock clock) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, ALGORITHM);
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        hashes = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(VALIDITY)
                .ticker(ticker)
                .build();
    }

    /** Whether they were right for this stored password, the one of now. */
    boolean contains(String userId, String password, StoredPassword stored) {
        return stored.hash().equals(hashes.getIfPresent(digest(userId, password)));
    }

    void add(String userId, String password, StoredPassword stored) {
        hashes.put(digest(userId, password), stored.hash());
    }

    /** Lets one of several requests with the same credentials do the check, and gives all of them its outcome: it is one attempt. */
    Outcome once(String userId, String password, Supplier<Outcome> check) {
        String digest = digest(userId, password);
        CompletableFuture<Outcome> mine = new CompletableFuture<>();
        CompletableFuture<Outcome> others = underway.putIfAbsent(digest, mine);
        if (others != null) {
            return outcomeOf(others);
        }
        try {
            mine.complete(check.get());
        } catch (RuntimeException | Error failure) {
            mine.completeExceptionally(failure);
        } finally {
            underway.remove(digest);
        }
        return outcomeOf(mine);
    }

    private static Outcome outcomeOf(CompletableFuture<Outcome> outcome) {
        try {
            return outcome.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    private String digest(String userId, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] user = userId.getBytes(StandardCharsets.UTF_8);
            // the length first: "ab" with "c" is not "a" with "bc"
            mac.update((user.length + ":").getBytes(StandardCharsets.UTF_8));
            mac.update(user);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
