/** The REST API of the numbers that are rules. */
package vn.lienket.calendar.web;
