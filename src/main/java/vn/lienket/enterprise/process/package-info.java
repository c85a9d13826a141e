/** The seam to the engine: the sizes of enterprises by the decision table that also decides in a case. */
package vn.lienket.enterprise.process;
