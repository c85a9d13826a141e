/** What people have typed into forms and not sent yet: kept for each by himself, until the task or the start is done. */
package vn.lienket.form;
