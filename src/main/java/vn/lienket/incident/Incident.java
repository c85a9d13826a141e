package vn.lienket.incident;

import java.time.Instant;
import java.util.UUID;

/**
 * A job that gave up and waits for somebody.
 *
 * @param sentence what has failed, in Vietnamese
 * @param advice what can be done about it, in Vietnamese
 * @param caseCode null for work of the product that is about no case
 * @param leadOrganisation id; null without a case
 * @param tries how often it was tried and failed
 * @param mail the mail that could not be sent, or null
 * @param mayCorrect whether the user who is signed in may give this mail another address
 * @param technical what the engine has noted; null for who is no administrator
 */
public record Incident(
        String id,
        IncidentKind kind,
        String sentence,
        String advice,
        String caseCode,
        String title,
        String channel,
        String leadOrganisation,
        Instant since,
        int tries,
        UUID mail,
        boolean mayCorrect,
        String technical) {}
