/** Files with their versions and check sums, and documents made from templates. */
package vn.lienket.document;
