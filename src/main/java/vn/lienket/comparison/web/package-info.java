/** Comparisons as pages and over REST. */
package vn.lienket.comparison.web;
