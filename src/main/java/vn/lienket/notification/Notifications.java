package vn.lienket.notification;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.cases.Dossier;
import vn.lienket.cases.Dossiers;
import vn.lienket.party.Parties;

/** Tells people by mail what happened: each person once per event, and when he has chosen to be told. */
@Service
public class Notifications {

    private final Dossiers dossiers;
    private final Parties parties;
    private final MailTemplates templates;
    private final Invitations invitations;
    private final Messages messages;
    private final MailChoices choices;
    private final LaterMails later;
    private final NotificationProperties properties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Notifications(
            Dossiers dossiers,
            Parties parties,
            MailTemplates templates,
            Invitations invitations,
            Messages messages,
            MailChoices choices,
            LaterMails later,
            NotificationProperties properties,
            ApplicationEventPublisher events,
            Clock clock) {
        this.dossiers = dossiers;
        this.parties = parties;
        this.templates = templates;
        this.invitations = invitations;
        this.messages = messages;
        this.choices = choices;
        this.later = later;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes the mails of a notice and starts their delivery, all in the caller's transaction: a step that fails tells nobody.
     * IllegalTransactionStateException without one.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Notice notice) {
        List<Recipient> recipients = toldAtOnce(notice);
        if (!recipients.isEmpty()) {
            write(notice, recipients);
        }
    }

    /** All but the people who want it later, for whom it is kept, or not at all. */
    private List<Recipient> toldAtOnce(Notice notice) {
        if (!notice.isChosen()) {
            return List.copyOf(notice.recipients());
        }
        MailChoices.Chosen chosen = choices.of(notice.recipients().stream()
                .map(Recipient::personId)
                .filter(Objects::nonNull)
                .toList());
        List<Recipient> atOnce = new ArrayList<>();
        for (Recipient recipient : notice.recipients()) {
            switch (chosen.of(recipient.personId(), notice.kind())) {
                case AT_ONCE -> atOnce.add(recipient);
                case DAILY -> later.add(recipient.personId(), notice);
                case NONE -> {}
            }
        }
        return atOnce;
    }

    private void write(Notice notice, List<Recipient> recipients) {
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
        Map<String, Object> outside = forOutsiders(model, dossier);
        CalendarPart calendar = notice.invitation() == null
                ? null
                : invitations.write(notice.invitation(), notice.recipients(), clock.instant());
        for (Recipient recipient : recipients) {
            Map<String, Object> content = new HashMap<>(isOutsider(recipient) ? outside : model);
            content.put("name", recipient.name());
            if (recipient.personId() != null) {
                content.put("cases", properties.linkToCases());
                if (notice.isChosen()) {
                    content.put("choices", properties.linkToChoices());
                }
                content.put(
                        "caseLink", notice.caseCode() == null ? null : properties.linkToCases() + notice.caseCode());
            } else {
                content.remove("choices");
            }
            Message message = new Message(
                    UUID.randomUUID(),
                    notice.event(),
                    recipient,
                    notice.caseCode(),
                    channel,
                    notice.subject(),
                    templates.text(notice.template(), content),
                    templates.html(notice.template(), content),
                    notice.secret(),
                    notice.attachments(),
                    calendar,
                    clock.instant(),
                    null,
                    false);
            if (messages.add(message)) {
                events.publishEvent(new MessageQueued(message.id(), message.caseCode(), message.channel()));
            }
        }
    }

    /** The same for a notice of an outcome. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(OutcomeNotice outcome) {
        send(outcome.notice());
    }

    /** Whom the directory knows neither as a person nor as an organisation's address, such as the contact of an enterprise. */
    private boolean isOutsider(Recipient recipient) {
        return recipient.personId() == null
                && parties.organisations().stream()
                        .noneMatch(organisation -> recipient.email().equalsIgnoreCase(organisation.email()));
    }

    /** No link, for they cannot sign in; instead, whom to turn to. */
    private Map<String, Object> forOutsiders(Map<String, Object> model, Optional<Dossier> dossier) {
        Map<String, Object> outside = new HashMap<>(model);
        outside.remove("link");
        dossier.flatMap(found -> parties.acting(found.leadOrganisation()))
                .ifPresent(lead -> outside.put("contact", "%s (%s)".formatted(lead.name(), lead.email())));
        return outside;
    }
}
