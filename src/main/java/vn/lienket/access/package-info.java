/** Who may do what, and why. */
package vn.lienket.access;
