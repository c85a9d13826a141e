/** {@code /api/v1/figures}: what managers and leaders count. */
package vn.lienket.figures.web;
