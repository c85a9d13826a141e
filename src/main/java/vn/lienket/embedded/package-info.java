/** The embedded mode: PostgreSQL, mail server, mailbox page and demo data on one machine. */
package vn.lienket.embedded;
