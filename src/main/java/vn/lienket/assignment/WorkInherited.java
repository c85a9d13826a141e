package vn.lienket.assignment;

/**
 * An organisation has ended, and open work waits to be passed on to its successor.
 *
 * @param predecessor id of the organisation
 */
public record WorkInherited(String predecessor) {}
