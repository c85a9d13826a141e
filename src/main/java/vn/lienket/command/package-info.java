/** What an operator runs instead of the application: commands on its database. */
package vn.lienket.command;
