/** The seam to the engine: a process beside those of the cases, in which the bodies of a paper sign it. */
package vn.lienket.paper.process;
