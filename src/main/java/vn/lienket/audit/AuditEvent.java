package vn.lienket.audit;

/**
 * Something for the audit trail. Publish it with Spring's {@code ApplicationEventPublisher}: it is written at once. What was done is
 * written in the publisher's transaction, so that nothing is told as done that was rolled back; what was refused stays in the trail
 * though the transaction of the request rolls back.
 *
 * <p>Whatever is null is taken from the thread: who is signed in, his organisation, the address and the door of the request.
 *
 * @param actor user id; for a wrong sign-in only the name of an existing account, since people type passwords into the wrong field
 * @param onBehalfOf whose work it was, if another's
 * @param caseCode dossier code
 * @param channel id of the channel
 * @param organisation id
 * @param address IP address of the client
 * @param door method and path of the request, without its query
 * @param detail more, in Vietnamese or as codes; never a password, a token or the content of a case
 */
public record AuditEvent(
        AuditAct act,
        Outcome outcome,
        String actor,
        String onBehalfOf,
        String caseCode,
        String taskId,
        String documentId,
        String channel,
        String organisation,
        String address,
        String door,
        String detail) {

    /** How it ended. */
    public enum Outcome {
        DONE,
        REFUSED
    }

    /** It has been done, if the transaction commits. */
    public static AuditEvent done(AuditAct act) {
        return new AuditEvent(act, Outcome.DONE, null, null, null, null, null, null, null, null, null, null);
    }

    /** It was tried and refused. */
    public static AuditEvent refused(AuditAct act) {
        return new AuditEvent(act, Outcome.REFUSED, null, null, null, null, null, null, null, null, null, null);
    }

    /** Done by this user. */
    public AuditEvent by(String user) {
        return new AuditEvent(
                act,
                outcome,
                user,
                onBehalfOf,
                caseCode,
                taskId,
                documentId,
                channel,
                organisation,
                address,
                door,
                detail);
    }

    /** Done in the place of this user. */
    public AuditEvent onBehalfOf(String user) {
        return new AuditEvent(
                act, outcome, actor, user, caseCode, taskId, documentId, channel, organisation, address, door, detail);
    }

    /** In this case. */
    public AuditEvent inCase(String code) {
        return new AuditEvent(
                act,
                outcome,
                actor,
                onBehalfOf,
                code,
                taskId,
                documentId,
                channel,
                organisation,
                address,
                door,
                detail);
    }

    /** On this task. */
    public AuditEvent onTask(String id) {
        return new AuditEvent(
                act,
                outcome,
                actor,
                onBehalfOf,
                caseCode,
                id,
                documentId,
                channel,
                organisation,
                address,
                door,
                detail);
    }

    /** On this document. */
    public AuditEvent onDocument(Object id) {
        return new AuditEvent(
                act,
                outcome,
                actor,
                onBehalfOf,
                caseCode,
                taskId,
                String.valueOf(id),
                channel,
                organisation,
                address,
                door,
                detail);
    }

    /** In this channel. */
    public AuditEvent inChannel(String id) {
        return new AuditEvent(
                act, outcome, actor, onBehalfOf, caseCode, taskId, documentId, id, organisation, address, door, detail);
    }

    /** For this organisation. */
    public AuditEvent ofOrganisation(String id) {
        return new AuditEvent(
                act, outcome, actor, onBehalfOf, caseCode, taskId, documentId, channel, id, address, door, detail);
    }

    /** From this address through this door, where no request is at work in the thread. */
    public AuditEvent from(String clientAddress, String throughDoor) {
        return new AuditEvent(
                act,
                outcome,
                actor,
                onBehalfOf,
                caseCode,
                taskId,
                documentId,
                channel,
                organisation,
                clientAddress,
                throughDoor,
                detail);
    }

    /** With more words. */
    public AuditEvent saying(String words) {
        return new AuditEvent(
                act,
                outcome,
                actor,
                onBehalfOf,
                caseCode,
                taskId,
                documentId,
                channel,
                organisation,
                address,
                door,
                words);
    }
}
