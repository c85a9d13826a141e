package vn.lienket.notification;

import java.util.UUID;

/**
 * A message was written and waits for its delivery.
 *
 * @param caseCode null if the message is about no dossier
 * @param channel null if the dossier is not in the register
 */
public record MessageQueued(UUID messageId, String caseCode, String channel) {}
