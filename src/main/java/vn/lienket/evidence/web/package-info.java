/** The page on which anybody checks a file. */
package vn.lienket.evidence.web;
