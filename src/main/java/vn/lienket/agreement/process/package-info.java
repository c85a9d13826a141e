/** The seam between agreements and the engine. */
package vn.lienket.agreement.process;
