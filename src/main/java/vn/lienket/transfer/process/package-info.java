/** The seam to the engine: the transfer process, its decisions and its tasks. */
package vn.lienket.transfer.process;
