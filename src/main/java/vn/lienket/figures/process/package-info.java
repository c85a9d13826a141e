/** The seam to the engine: what the models call their steps. */
package vn.lienket.figures.process;
