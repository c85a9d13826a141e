package vn.lienket.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.database.Moments;

@Repository
class Messages {

    private final JdbcClient jdbc;
    private final Clock clock;

    Messages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** False if the recipient has already been told of the event. */
    boolean add(Message message) {
        boolean added = jdbc.sql("""
                        insert into lienket.message
                        (id, event, recipient_email, recipient_name, person_id, case_code, channel, subject, text_body, html_body, secret,
                        calendar_method, calendar_text, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (event, recipient_email) do nothing""")
                        .params(
                                message.id(),
                                message.event(),
                                message.recipient().email(),
                                message.recipient().name(),
                                message.recipient().personId(),
                                message.caseCode(),
                                message.channel(),
                                message.subject(),
                                message.text(),
                                message.html(),
                                message.secret(),
                                message.calendar() == null
                                        ? null
                                        : message.calendar().method(),
                                message.calendar() == null
                                        ? null
                                        : message.calendar().text(),
                                Moments.of(message.createdAt()))
                        .update()
                == 1;
        if (added && !message.attachments().isEmpty()) {
            jdbc.sql("""
                            insert into lienket.message_attachment (message_id, position, document_id)
                            select ?, a.position, a.id from unnest(?::uuid[]) with ordinality a (id, position)""")
                    .params(
                            message.id(),
                            message.attachments().stream().map(UUID::toString).toArray(String[]::new))
                    .update();
        }
        return added;
    }

    Optional<Message> find(UUID id) {
        return jdbc.sql("""
                        select m.*, array(
                            select a.document_id from lienket.message_attachment a
                            where a.message_id = m.id order by a.position) attachments
                        from lienket.message m where m.id = ?""").param(id).query(Messages::map).optional();
    }

    /** Lets nobody else send the message until the current transaction ends; false if somebody else is at it. */
    boolean hold(UUID id) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(?, 0))")
                .param("message:" + id)
                .query(Boolean.class)
                .single();
    }

    /** Commits at once: whatever becomes of the caller's transaction, the mail is out. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void markSent(UUID id) {
        jdbc.sql("""
                        update lienket.message set
                            sent_at = ?,
                            text_body = case when secret then '' else text_body end,
                            html_body = case when secret then '' else html_body end
                        where id = ?""").params(Moments.of(clock.instant()), id).update();
    }

    /**
     * Commits at once, for the sender's transaction fails. Nothing is noted if the message has got another address or has gone out
     * meanwhile.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    boolean markRefused(Message message, String refusal) {
        return jdbc.sql("""
                        update lienket.message set refused_at = ?, refusal = ?
                        where id = ? and recipient_email = ? and sent_at is null""")
                        .params(
                                Moments.of(clock.instant()),
                                refusal,
                                message.id(),
                                message.recipient().email())
                        .update()
                > 0;
    }

    /** Names the current transaction, so that two signs of one event can be told from two events. */
    String transaction() {
        return jdbc.sql("select pg_current_xact_id()::text").query(String.class).single();
    }

    private static Message map(ResultSet row, int number) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                row.getString("event"),
                new Recipient(
                        row.getString("person_id"), row.getString("recipient_name"), row.getString("recipient_email")),
                row.getString("case_code"),
                row.getString("channel"),
                row.getString("subject"),
                row.getString("text_body"),
                row.getString("html_body"),
                row.getBoolean("secret"),
                List.of((UUID[]) row.getArray("attachments").getArray()),
                calendar(row),
                Moments.in(row, "created_at"),
                Moments.in(row, "sent_at"),
                row.getBoolean("erased"));
    }

    private static CalendarPart calendar(ResultSet row) throws SQLException {
        String method = row.getString("calendar_method");
        return method == null ? null : new CalendarPart(method, row.getString("calendar_text"));
    }
}
