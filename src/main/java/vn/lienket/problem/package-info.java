/** What is refused, and how it is said: one exception with a Vietnamese sentence, at every door. */
package vn.lienket.problem;
