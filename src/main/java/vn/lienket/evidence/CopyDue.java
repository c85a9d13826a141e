package vn.lienket.evidence;

import java.util.UUID;

/** An agreement waits for the copy in which its signatures last; said in the transaction in which it came into force. */
public record CopyDue(UUID sheet, String channel) {}
