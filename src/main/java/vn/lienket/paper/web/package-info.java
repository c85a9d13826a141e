/** {@code /api/v1/cases/{code}/papers}, and what the page of a case shows of them. */
package vn.lienket.paper.web;
