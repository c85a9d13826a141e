package vn.lienket.access;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienket.database.Moments;

/** The enrolled authenticators and the recovery codes. */
@Repository
class Authenticators {

    private final JdbcClient jdbc;

    Authenticators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param secret encrypted */
    record Authenticator(byte[] secret, boolean confirmed) {}

    Optional<Authenticator> find(String userId) {
        return jdbc.sql("select secret, confirmed_at is not null from lienket.second_factor where user_id = ?")
                .param(userId)
                .query((row, number) -> new Authenticator(row.getBytes(1), row.getBoolean(2)))
                .optional();
    }

    boolean isConfirmed(String userId) {
        return jdbc.sql("""
                        select exists (
                            select from lienket.second_factor where user_id = ? and confirmed_at is not null)""").param(userId).query(Boolean.class).single();
    }

    /** Leaves another's enrolment of the same moment as it is. */
    void add(String userId, byte[] secret, Instant now) {
        jdbc.sql("""
                        insert into lienket.second_factor (user_id, secret, enrolled_at) values (?, ?, ?)
                        on conflict (user_id) do nothing""").params(userId, secret, Moments.of(now)).update();
    }

    /** Whether the step was taken: each is taken once, and none before a later one. */
    boolean take(String userId, long step) {
        return jdbc.sql("update lienket.second_factor set last_step = ? where user_id = ? and last_step < ?")
                        .params(step, userId, step)
                        .update()
                == 1;
    }

    boolean confirm(String userId, Instant now) {
        return jdbc.sql("update lienket.second_factor set confirmed_at = ? where user_id = ? and confirmed_at is null")
                        .params(Moments.of(now), userId)
                        .update()
                == 1;
    }

    boolean remove(String userId) {
        return jdbc.sql("delete from lienket.second_factor where user_id = ?")
                        .param(userId)
                        .update()
                == 1;
    }

    void replaceRecoveryCodes(String userId, Collection<byte[]> hashes) {
        jdbc.sql("delete from lienket.recovery_code where user_id = ?")
                .param(userId)
                .update();
        hashes.forEach(hash -> jdbc.sql("insert into lienket.recovery_code (user_id, hash) values (?, ?)")
                .params(userId, hash)
                .update());
    }

    boolean useRecoveryCode(String userId, byte[] hash) {
        return jdbc.sql("delete from lienket.recovery_code where user_id = ? and hash = ?")
                        .params(userId, hash)
                        .update()
                == 1;
    }

    int recoveryCodes(String userId) {
        return jdbc.sql("select count(*) from lienket.recovery_code where user_id = ?")
                .param(userId)
                .query(Integer.class)
                .single();
    }
}
