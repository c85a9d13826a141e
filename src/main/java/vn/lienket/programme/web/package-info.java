/** {@code /api/v1/activities}, the programme of an agreement, and what the pages show of both. */
package vn.lienket.programme.web;
