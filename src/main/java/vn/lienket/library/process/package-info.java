/** The seam to the engine: files of the library are read by jobs. */
package vn.lienket.library.process;
