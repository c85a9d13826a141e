/** Mends running cases through the engine, each in a transaction of its own. */
package vn.lienket.repair.process;
