/** The REST API of the maturity frameworks. */
package vn.lienket.maturity.web;
