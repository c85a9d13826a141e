package vn.lienket.notification;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.audit.AuditAct;
import vn.lienket.audit.AuditEvent;
import vn.lienket.database.Moments;
import vn.lienket.party.CurrentUser;
import vn.lienket.problem.ProblemException;

/** Gives a mail that could not be sent another address, notes who did it, and has it sent there. */
@Component
class Redirection {

    /**
     * SQL for the mails of {@code :caseCode} that could not be sent: the server refused the address, or the delivery was tried as often
     * as it may be. The variables of a delivery hold the id of its mail.
     */
    static final String FAILED = """
            case_code = :caseCode and sent_at is null and not erased
            and (refused_at is not null or id::text in (
                select v.text_ from act_ru_execution e
                join act_ru_incident i on i.proc_inst_id_ = e.proc_inst_id_
                join act_ru_variable v on v.proc_inst_id_ = e.proc_inst_id_
                where e.business_key_ = :caseCode and e.parent_id_ is null))""";

    private final Messages messages;
    private final CurrentUser currentUser;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Redirection(
            Messages messages,
            CurrentUser currentUser,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.messages = messages;
        this.currentUser = currentUser;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** A failed mail; the caller has locked its row. */
    record Failed(UUID id, String event, String recipientEmail, String caseCode, String channel) {}

    /**
     * Sends it to the address once the caller's transaction is through.
     *
     * @param field in which the address was given
     * @param label of this field
     * @throws ProblemException 400 for the address that failed, or that of somebody who has the mail already; 409 while it is being sent
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void redirect(Failed mail, String email, String field, String label) {
        if (mail.recipientEmail().equalsIgnoreCase(email)) {
            throw ProblemException.invalid(
                    field, "%s: chính là địa chỉ không gửi được, hãy nhập địa chỉ khác.".formatted(label));
        }
        if (isTold(mail.event(), email)) {
            throw ProblemException.invalid(
                    field, "%s: đã là địa chỉ của một người nhận khác của thư này.".formatted(label));
        }
        if (!messages.hold(mail.id())) {
            throw ProblemException.conflict("Thư đang được gửi; hãy xem lại sau ít phút.");
        }
        jdbc.sql("update lienket.message set recipient_email = ?, refused_at = null, refusal = null where id = ?")
                .params(email, mail.id())
                .update();
        jdbc.sql("""
                        insert into lienket.message_correction (message_id, corrected_at, corrected_by, old_email, new_email)
                        values (?, ?, ?, ?, ?)""")
                .params(mail.id(), Moments.of(clock.instant()), currentUser.actor(), mail.recipientEmail(), email)
                .update();
        events.publishEvent(AuditEvent.done(AuditAct.MAIL_REDIRECTED)
                .inCase(mail.caseCode())
                .inChannel(mail.channel())
                .saying("message=" + mail.id()));
        events.publishEvent(new MessageRedirected(mail.id(), mail.caseCode(), mail.channel()));
    }

    private boolean isTold(String event, String email) {
        return jdbc.sql(
                        "select exists (select from lienket.message where event = ? and lower(recipient_email) = lower(?))")
                .params(event, email)
                .query(Boolean.class)
                .single();
    }
}
