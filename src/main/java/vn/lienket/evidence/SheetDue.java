package vn.lienket.evidence;

import java.util.UUID;

/** An agreement waits for its sheet; said in the transaction in which it came into force. */
public record SheetDue(UUID id, String channel) {}
