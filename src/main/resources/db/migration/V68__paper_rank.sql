-- As of agreements, those of one rank sign a paper in any order; until now everybody signed after the one before.
alter table lienket.paper_turn add column rank integer;
update lienket.paper_turn set rank = position;
alter table lienket.paper_turn alter column rank set not null;
