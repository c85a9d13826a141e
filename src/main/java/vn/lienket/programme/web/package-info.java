/** {@code /api/v1/activities}, {@code /api/v1/indicators}, the programme of an agreement, and what the pages show of them. */
package vn.lienket.programme.web;
