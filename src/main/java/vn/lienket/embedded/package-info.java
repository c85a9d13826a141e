/** The embedded mode: PostgreSQL, mail server and mailbox page on one machine. */
package vn.lienket.embedded;
