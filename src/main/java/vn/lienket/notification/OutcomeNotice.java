package vn.lienket.notification;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A notice of how something came out, put together piece by piece: a heading, a sentence and rows of label and value. */
public final class OutcomeNotice {

    private final String event;
    private final String caseCode;
    private final Set<Recipient> recipients = new LinkedHashSet<>();
    private final Map<String, String> rows = new LinkedHashMap<>();
    private String heading;
    private String sentence;

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

    /** As it is sent, and as documents, an address for answers or an invitation are added to it. */
    public Notice notice() {
        return Notice.caseOutcome(event, caseCode, recipients, heading, sentence, rows, null);
    }
}
