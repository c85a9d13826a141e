package vn.lienket.access.account;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienket.database.Moments;
import vn.lienket.page.LinkToken;

@Repository
class Tokens {

    private final JdbcClient jdbc;

    Tokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until this transaction ends, others who issue or redeem links of this person wait here. */
    void lock(String person) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("password/" + person)
                .query((row, number) -> true)
                .single();
    }

    /** Adds a link, and forgets the person's expired ones. */
    void add(LinkToken token, String person, Instant now, Instant expiresAt) {
        jdbc.sql("delete from lienket.password_token where person = ? and expires_at <= ?")
                .params(person, Moments.of(now))
                .update();
        jdbc.sql("insert into lienket.password_token (hash, person, created_at, expires_at) values (?, ?, ?, ?)")
                .params(token.hash(), person, Moments.of(now), Moments.of(expiresAt))
                .update();
    }

    int addedSince(String person, Instant since) {
        return jdbc.sql("select count(*) from lienket.password_token where person = ? and created_at > ?")
                .params(person, Moments.of(since))
                .query(Integer.class)
                .single();
    }

    /** Whose link it is; empty if it is unknown, used, overtaken or expired. */
    Optional<String> person(LinkToken token, Instant now) {
        return jdbc.sql("""
                        select person from lienket.password_token
                        where hash = ? and ended_at is null and expires_at > ?""")
                .params(token.hash(), Moments.of(now))
                .query(String.class)
                .optional();
    }

    /** No link of the person works any more. */
    void end(String person, Instant now) {
        jdbc.sql("update lienket.password_token set ended_at = ? where person = ? and ended_at is null")
                .params(Moments.of(now), person)
                .update();
    }
}
