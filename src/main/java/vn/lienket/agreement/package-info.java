/** Cooperation agreements from first draft to expiry. */
package vn.lienket.agreement;
