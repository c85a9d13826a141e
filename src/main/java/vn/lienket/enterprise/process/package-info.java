/** The seam to the engine: imports as jobs, and the sizes of enterprises by the decision table that also decides in a case. */
package vn.lienket.enterprise.process;
