/** The absences of people over HTTP. */
package vn.lienket.assignment.web;
