/** The engine's own doors: what may come in by them, and how their errors are said. */
package vn.lienket.access.door;
