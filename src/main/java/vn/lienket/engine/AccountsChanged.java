package vn.lienket.engine;

import java.util.Set;

/**
 * Passwords, names, groups or channels of these accounts have changed, or the accounts are gone; published in the transaction that does
 * so, whatever door it came through.
 *
 * @param ids of the accounts
 */
public record AccountsChanged(Set<String> ids) {}
