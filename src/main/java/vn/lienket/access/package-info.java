/** How people get in: one way for every door, which denies what nobody has allowed; sign-in, sessions, refusals. */
package vn.lienket.access;
