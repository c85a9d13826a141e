package vn.lienket.engine;

/** Somebody new, or back, in a production directory: he has an account but no password yet. */
public record PersonJoined(String personId) {}
