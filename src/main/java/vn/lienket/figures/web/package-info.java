/** {@code /api/v1/figures}: what is counted, for who may look into the work of others. */
package vn.lienket.figures.web;
