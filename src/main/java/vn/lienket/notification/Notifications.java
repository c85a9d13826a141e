package vn.lienket.notification;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.dossier.Dossier;
import vn.lienket.dossier.Dossiers;

/** Tells people by mail what happened: each person once per event. */
@Service
public class Notifications {

    private final Dossiers dossiers;
    private final MailTemplates templates;
    private final Messages messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Notifications(
            Dossiers dossiers,
            MailTemplates templates,
            Messages messages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.dossiers = dossiers;
        this.templates = templates;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes the mails of a notice and starts their delivery, all in the caller's transaction: a step that fails tells nobody.
     * IllegalTransactionStateException without one.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Notice notice) {
        Optional<Dossier> dossier = Optional.ofNullable(notice.caseCode()).flatMap(dossiers::find);
        String channel = dossier.map(Dossier::channel).orElse(null);
        Map<String, Object> model = new HashMap<>(notice.model());
        if (notice.caseCode() != null) {
            model.put(
                    "dossier",
                    notice.caseCode()
                            + dossier.map(found -> " – " + found.title()).orElse(""));
        }
        model.put("subject", notice.subject());
        for (Recipient recipient : notice.recipients()) {
            model.put("name", recipient.name());
            Message message = new Message(
                    UUID.randomUUID(),
                    notice.event(),
                    recipient,
                    notice.caseCode(),
                    channel,
                    notice.subject(),
                    templates.text(notice.template(), model),
                    templates.html(notice.template(), model),
                    notice.secret(),
                    clock.instant(),
                    null);
            if (messages.add(message)) {
                events.publishEvent(new MessageQueued(message.id(), message.caseCode(), message.channel()));
            }
        }
    }
}
