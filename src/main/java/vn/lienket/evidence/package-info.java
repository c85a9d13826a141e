/** Evidence of how agreements were signed: a sheet of each, and what anybody's file is compared with. */
package vn.lienket.evidence;
