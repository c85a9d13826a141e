package vn.lienket.library;

import java.util.UUID;

/** A file waits to be read. */
record EntryAdded(UUID id) {}
