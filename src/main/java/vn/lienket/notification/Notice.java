package vn.lienket.notification;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is told to whom.
 *
 * @param event names the one thing that happened, e.g. {@code agreement:H09-261123-0001:in-force}; nobody is told it twice
 * @param caseCode the dossier, which the templates show with its title, or null for a mail about no dossier
 * @param subject one line
 * @param template a name in {@code templates/mail}, there as {@code .html} and {@code .txt}
 * @param model the template's variables
 * @param secret whether the mail's text is forgotten as soon as the mail is out
 * @param attachments ids of stored documents that go with the mail, in this order
 * @param invitation to a meeting, for the recipients' calendars; or null
 * @param kind what people may have chosen not to be told of at once; news with papers, secrets or a meeting in it is no such thing;
 *     null for what nobody chooses about here
 * @param taskId of the task it is about, or null
 */
public record Notice(
        String event,
        String caseCode,
        Collection<Recipient> recipients,
        String subject,
        String template,
        Map<String, Object> model,
        boolean secret,
        List<UUID> attachments,
        Invitation invitation,
        MailKind kind,
        String taskId) {

    public Notice {
        recipients = List.copyOf(recipients);
        subject = Recipient.oneLine(subject);
        model = Map.copyOf(model);
        attachments = List.copyOf(attachments);
        if (kind == MailKind.NEWS && (secret || !attachments.isEmpty() || invitation != null)) {
            kind = MailKind.PAPER;
        }
    }

    /** A notice with nothing but its text. */
    public Notice(
            String event,
            String caseCode,
            Collection<Recipient> recipients,
            String subject,
            String template,
            Map<String, Object> model,
            boolean secret) {
        this(event, caseCode, recipients, subject, template, model, secret, List.of(), null, null, null);
    }

    /** A notice with nothing but its text, which is kept. */
    public Notice(
            String event,
            String caseCode,
            Collection<Recipient> recipients,
            String subject,
            String template,
            Map<String, Object> model) {
        this(event, caseCode, recipients, subject, template, model, false);
    }

    /**
     * A notice of how a case, a part of it, or what is no case (its code is null) came out. The subject is the heading, behind the code.
     *
     * @param heading a few words, e.g. "Thỏa thuận có hiệu lực"
     * @param sentence what happened
     * @param rows label → value, in the order shown; may be empty
     * @param link absolute address of more, which people outside of the directory are not shown; or null
     */
    public static Notice caseOutcome(
            String event,
            String caseCode,
            Collection<Recipient> recipients,
            String heading,
            String sentence,
            Map<String, String> rows,
            String link) {
        Map<String, Object> model = new HashMap<>();
        model.put("heading", heading);
        model.put("sentence", sentence);
        model.put("rows", new LinkedHashMap<>(rows));
        if (link != null) {
            model.put("link", link);
        }
        String subject = caseCode == null ? heading : "[%s] %s".formatted(caseCode, heading);
        MailKind kind = caseCode == null ? MailKind.PAPER : MailKind.NEWS;
        return new Notice(
                event, caseCode, recipients, subject, "case-outcome", model, false, List.of(), null, kind, null);
    }

    /** Whether each recipient has it as he has chosen. */
    boolean isChosen() {
        return kind != null && !kind.choices().isEmpty();
    }

    /** The same notice, of work that somebody has to do. */
    public Notice ofWork(String task) {
        return new Notice(
                event,
                caseCode,
                recipients,
                subject,
                template,
                model,
                secret,
                attachments,
                invitation,
                MailKind.WORK,
                task);
    }

    /**
     * The same notice with the secret address at which its recipients answer, whoever they are. Its mails are forgotten once they
     * are out.
     *
     * @param expiry until when it can be used, in words
     */
    public Notice answeredAt(String address, String expiry) {
        Map<String, Object> answerable = new HashMap<>(model);
        answerable.put("answerLink", address);
        answerable.put("answerLinkExpiry", expiry);
        return new Notice(
                event,
                caseCode,
                recipients,
                subject,
                template,
                answerable,
                true,
                attachments,
                invitation,
                kind,
                taskId);
    }

    /**
     * The same notice with the secret address at which its recipients see their case, whoever they are. Its mails are forgotten once
     * they are out.
     */
    public Notice followedAt(String address) {
        Map<String, Object> followed = new HashMap<>(model);
        followed.put("pageLink", address);
        return new Notice(
                event, caseCode, recipients, subject, template, followed, true, attachments, invitation, kind, taskId);
    }

    /** The same notice with these stored documents behind the attachments it has. */
    public Notice attaching(UUID... documents) {
        List<UUID> all =
                Stream.concat(attachments.stream(), Stream.of(documents)).toList();
        return new Notice(event, caseCode, recipients, subject, template, model, secret, all, invitation, kind, taskId);
    }

    /** The same notice, which also enters the meeting into the recipients' calendars, moves it there or takes it out. */
    public Notice inviting(Invitation meeting) {
        return new Notice(
                event, caseCode, recipients, subject, template, model, secret, attachments, meeting, kind, taskId);
    }
}
