/** The seam to the engine: the consulting process, its decisions and its tasks. */
package vn.lienket.consulting.process;
