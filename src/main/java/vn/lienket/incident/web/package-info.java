/** The REST API of what is stuck. */
package vn.lienket.incident.web;
