-- A file is read by a job of the engine, which locks it. What is counted is how often reading one took its node with it.
alter table lienket.library_entry drop column leased_until;
