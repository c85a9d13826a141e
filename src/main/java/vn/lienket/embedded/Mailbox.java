package vn.lienket.embedded;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienket.database.Moments;
import vn.lienket.mode.ConditionalOnEmbeddedMode;

/** Every mail that was sent in the embedded mode, one row a recipient; it outlives the process. */
@Repository
@ConditionalOnEmbeddedMode
class Mailbox {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final int LATEST = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    Mailbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Stores the message for all recipients or for none. Who has it already, by its Message-ID, does not get it again. */
    void store(String returnPath, Collection<String> recipients, MimeMessage message) throws MessagingException {
        String from = message.getHeader("From", ", ");
        jdbc.sql("""
                        insert into lienket.mailbox_message (received_at, recipient, sender, subject, message_id, raw)
                        select :receivedAt, r.address, :sender, :subject, :messageId, :raw
                        from unnest(:recipients::text[]) r (address)
                        where not exists (select from lienket.mailbox_message m
                            where m.recipient = r.address and m.message_id = :messageId)
                        order by r.address""")
                .param("receivedAt", Moments.of(clock.instant()))
                .param("sender", from == null ? returnPath : decoded(from))
                .param("subject", Optional.ofNullable(message.getSubject()).orElse(""))
                .param("messageId", message.getMessageID())
                .param("raw", bytes(message))
                .param("recipients", recipients.stream().map(Mailbox::normal).toArray(String[]::new))
                .update();
    }

    /** A page of the mails to {@code to}, newest first; an address, a part of one (without @), or nothing for all. */
    List<StoredMail> find(String to, int page, int size) {
        return jdbc.sql("""
                        select * from lienket.mailbox_message where recipient like :pattern
                        order by received_at desc, id desc limit :size offset :offset""")
                .param("pattern", pattern(to))
                .param("size", size)
                .param("offset", (long) page * size)
                .query(Mailbox::map)
                .list();
    }

    long count(String to) {
        return jdbc.sql("select count(*) from lienket.mailbox_message where recipient like :pattern")
                .param("pattern", pattern(to))
                .query(Long.class)
                .single();
    }

    Optional<StoredMail> find(long id) {
        return jdbc.sql("select * from lienket.mailbox_message where id = ?")
                .param(id)
                .query(Mailbox::map)
                .optional();
    }

    /** Whom the latest mails went to, as suggestions: with every enterprise that was ever written to, the list would be the page. */
    List<String> recipients() {
        return jdbc.sql("""
                        select distinct recipient from (
                            select recipient from lienket.mailbox_message order by received_at desc, id desc limit ?) latest
                        order by recipient""").param(LATEST).query(String.class).list();
    }

    private static String pattern(String to) {
        String literal = normal(to == null ? "" : to)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return literal.contains("@") ? literal : "%" + literal + "%";
    }

    private static String normal(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    private static String decoded(String header) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header));
        } catch (UnsupportedEncodingException e) {
            return header;
        }
    }

    private static byte[] bytes(MimeMessage message) throws MessagingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            message.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static StoredMail map(ResultSet row, int number) throws SQLException {
        return new StoredMail(
                row.getLong("id"),
                Moments.in(row, "received_at").atZone(VIETNAM).toOffsetDateTime(),
                row.getString("recipient"),
                row.getString("sender"),
                row.getString("subject"),
                row.getString("message_id"),
                row.getBytes("raw"));
    }
}
