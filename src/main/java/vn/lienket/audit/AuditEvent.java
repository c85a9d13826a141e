package vn.lienket.audit;

import java.util.EnumMap;
import java.util.Map;

/**
 * Something for the audit trail. Publish it with Spring's {@code ApplicationEventPublisher}: it is written at once. What was done is
 * written in the publisher's transaction, so that nothing is told as done that was rolled back; what was refused stays in the trail
 * though the transaction of the request rolls back.
 *
 * <p>Who did it, his organisation, the address and the door of the request are taken from the thread where they are not said.
 *
 * @param facts what is said of it
 */
public record AuditEvent(AuditAct act, Outcome outcome, Map<Fact, String> facts) {

    /** How it ended. */
    public enum Outcome {
        DONE,
        REFUSED
    }

    /** What can be said of it, in the order of the columns of {@code audit.entry}. */
    public enum Fact {
        ACTOR,
        ON_BEHALF_OF,
        CASE_CODE,
        TASK_ID,
        DOCUMENT_ID,
        CHANNEL,
        ORGANISATION,
        ADDRESS,
        DOOR,
        DETAIL
    }

    public AuditEvent {
        facts = Map.copyOf(facts);
    }

    /** It has been done, if the transaction commits. */
    public static AuditEvent done(AuditAct act) {
        return new AuditEvent(act, Outcome.DONE, Map.of());
    }

    /** It was tried and refused. */
    public static AuditEvent refused(AuditAct act) {
        return new AuditEvent(act, Outcome.REFUSED, Map.of());
    }

    /** Done by this user; for a wrong sign-in only an existing account, since people type passwords into the wrong field. */
    public AuditEvent by(String user) {
        return with(Fact.ACTOR, user);
    }

    /** Done in the place of this user. */
    public AuditEvent onBehalfOf(String user) {
        return with(Fact.ON_BEHALF_OF, user);
    }

    /** In the case of this dossier code. */
    public AuditEvent inCase(String code) {
        return with(Fact.CASE_CODE, code);
    }

    /** On this task. */
    public AuditEvent onTask(String id) {
        return with(Fact.TASK_ID, id);
    }

    /** On this document. */
    public AuditEvent onDocument(Object id) {
        return with(Fact.DOCUMENT_ID, String.valueOf(id));
    }

    /** In this channel. */
    public AuditEvent inChannel(String id) {
        return with(Fact.CHANNEL, id);
    }

    /** For this organisation. */
    public AuditEvent ofOrganisation(String id) {
        return with(Fact.ORGANISATION, id);
    }

    /** From this IP address through this door (method and path, without the query), where no request is at work in the thread. */
    public AuditEvent from(String clientAddress, String throughDoor) {
        return with(Fact.ADDRESS, clientAddress).with(Fact.DOOR, throughDoor);
    }

    /** With more words, in Vietnamese or as codes; never a password, a token or the content of a case. */
    public AuditEvent saying(String words) {
        return with(Fact.DETAIL, words);
    }

    /** What is said of it; null if nothing is. */
    String fact(Fact fact) {
        return facts.get(fact);
    }

    AuditEvent with(Fact fact, String value) {
        Map<Fact, String> more = new EnumMap<>(Fact.class);
        more.putAll(facts);
        if (value == null) {
            more.remove(fact);
        } else {
            more.put(fact, value);
        }
        return new AuditEvent(act, outcome, more);
    }
}
