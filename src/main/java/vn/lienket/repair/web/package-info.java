/** The REST API of repairs. */
package vn.lienket.repair.web;
