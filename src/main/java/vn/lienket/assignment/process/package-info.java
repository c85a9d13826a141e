/** The seam to the engine: the watch runs as a job, and tasks are handed over. */
package vn.lienket.assignment.process;
