package vn.lienket.notification;

import java.util.UUID;

/** A message that was refused has another address: its delivery is to be tried again. */
public record MessageRedirected(UUID messageId, String caseCode, String channel) {}
