package vn.lienket.library;

import java.util.UUID;

/**
 * A file waits to be read.
 *
 * @param channel whose members find it
 */
public record EntryAdded(UUID id, String channel) {}
