/** Reads the incidents of the engine and has their jobs tried again. */
package vn.lienket.incident.process;
