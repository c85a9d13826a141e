/** The kernel of all cases: code, status, the register, the clock that stands while a case waits, and what is told of its tasks. */
package vn.lienket.cases;
