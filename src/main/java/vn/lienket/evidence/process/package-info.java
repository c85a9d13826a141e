/** The seam to the engine: sheets are made by jobs. */
package vn.lienket.evidence.process;
