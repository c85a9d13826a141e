/** Working days per organisation, the deadlines counted in them, and the numbers that are rules, each from its day on. */
package vn.lienket.calendar;
