/** How people get in: one way for every door, which denies what nobody has allowed; sign-in, sessions, accounts, refusals. */
package vn.lienket.access;
