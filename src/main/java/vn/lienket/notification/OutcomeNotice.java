package vn.lienket.notification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A notice of how something came out, put together piece by piece: a heading, a sentence and rows of label and value. */
public final class OutcomeNotice {

    private final String event;
    private final String caseCode;
    private final Set<Recipient> recipients = new LinkedHashSet<>();
    private final Map<String, String> rows = new LinkedHashMap<>();
    private final List<UUID> attachments = new ArrayList<>();
    private String heading;
    private String sentence;
    private String answerLink;
    private String answerLinkExpiry;
    private Invitation invitation;

    private OutcomeNotice(String event, String caseCode) {
        this.event = event;
        this.caseCode = caseCode;
    }

    /** About no case; {@code event} names the one thing that happened, and nobody is told it twice. */
    public static OutcomeNotice of(String event) {
        return new OutcomeNotice(event, null);
    }

    /**
     * About a case, whose code begins the subject.
     *
     * @param kind the module's word, e.g. {@code agreement}
     * @param what names the one thing that happened to the case, e.g. {@code in-force}; nobody is told it twice
     */
    public static OutcomeNotice ofCase(String kind, String caseCode, String what) {
        return new OutcomeNotice("%s:%s:%s".formatted(kind, caseCode, what), caseCode);
    }

    /** Goes to these too, each once. */
    public OutcomeNotice to(Collection<Recipient> these) {
        recipients.addAll(these);
        return this;
    }

    /**
     * What it says.
     *
     * @param shortly a few words, e.g. "Thỏa thuận có hiệu lực"
     * @param fully what happened
     */
    public OutcomeNotice saying(String shortly, String fully) {
        heading = shortly;
        sentence = fully;
        return this;
    }

    /** One more row; none for null. */
    public OutcomeNotice row(String label, String value) {
        if (value != null) {
            rows.put(label, value);
        }
        return this;
    }

    /** With this stored document. */
    public OutcomeNotice attaching(UUID document) {
        attachments.add(document);
        return this;
    }

    /**
     * With the secret address at which its recipients answer, whoever they are: its mails are forgotten once they are out.
     *
     * @param expiry until when it can be used, in words
     */
    public OutcomeNotice answeredAt(String address, String expiry) {
        answerLink = address;
        answerLinkExpiry = expiry;
        return this;
    }

    /** It also enters the meeting into the recipients' calendars, moves it there or takes it out. */
    public OutcomeNotice inviting(Invitation meeting) {
        invitation = meeting;
        return this;
    }

    Notice notice() {
        Notice notice = Notice.caseOutcome(event, caseCode, recipients, heading, sentence, rows, null)
                .attaching(attachments.toArray(UUID[]::new))
                .inviting(invitation);
        return answerLink == null ? notice : notice.answeredAt(answerLink, answerLinkExpiry);
    }
}
