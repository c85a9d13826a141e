/** {@code /api/v1/reports}, and what the page of a report shows. */
package vn.lienket.report.web;
