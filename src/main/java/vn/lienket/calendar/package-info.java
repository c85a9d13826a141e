/** Working days per organisation and the deadlines counted in them. */
package vn.lienket.calendar;
