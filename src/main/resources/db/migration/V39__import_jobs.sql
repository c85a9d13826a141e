-- An import is the work of jobs of the engine, which locks them and counts their attempts: nothing is leased any more.
alter table lienket.enterprise_import drop column leased_by, drop column leased_until, drop column attempts;
