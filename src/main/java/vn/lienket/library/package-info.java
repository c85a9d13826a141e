/** The library of the cooperation: documents that were handed over, found by field, title and full text. */
package vn.lienket.library;
