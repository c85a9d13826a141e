/** The seam to the engine: the process of a report, its tasks, and what opens it by itself. */
package vn.lienket.report.process;
