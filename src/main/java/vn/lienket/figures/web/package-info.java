/** What managers and leaders look into over HTTP. */
package vn.lienket.figures.web;
