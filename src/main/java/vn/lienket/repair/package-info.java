/** What administrators mend in running cases: their version of the process, and the step at which they stand. */
package vn.lienket.repair;
