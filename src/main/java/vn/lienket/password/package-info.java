/** What a password must be, and how it is hashed: for every door at which one is set or checked. */
package vn.lienket.password;
