/** {@code /api/v1/consulting-cases}. */
package vn.lienket.consulting.web;
