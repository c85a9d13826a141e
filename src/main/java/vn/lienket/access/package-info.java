/** How people get in, and how much one of them may ask for: sign-in, filters, limits. */
package vn.lienket.access;
