/** The kernel of all cases: code, status, the register, and the clock that stands while a case waits. */
package vn.lienket.cases;
