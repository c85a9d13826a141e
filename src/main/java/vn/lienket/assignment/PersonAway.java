package vn.lienket.assignment;

/**
 * A person is away from now on; his open work waits to be handed over.
 *
 * @param person user id
 */
public record PersonAway(String person) {}
