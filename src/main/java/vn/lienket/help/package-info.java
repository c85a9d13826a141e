/** The help: a page for each role, for reading before the sign-in too. */
package vn.lienket.help;
