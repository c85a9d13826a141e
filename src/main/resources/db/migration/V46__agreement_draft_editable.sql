-- The DOCX with the same words as a draft that was made from the template, for people to edit.
alter table lienket.agreement_draft add column editable uuid references lienket.document (id);
