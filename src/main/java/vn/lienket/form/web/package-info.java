/** The REST API of what is typed into forms: {@code /api/v1/drafts}. */
package vn.lienket.form.web;
