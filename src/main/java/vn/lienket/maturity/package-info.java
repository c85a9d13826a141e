/** How digital an enterprise is: frameworks of questions as versioned data, scores, levels and their picture. */
package vn.lienket.maturity;
