/** What has changed between two documents of a case, word by word. */
package vn.lienket.comparison;
