-- Where a case stands, for the register of all kinds: 0 under way, 1 stopped (status 8: an end, unless its clock stands), 2 ended.
alter table lienket.dossier add column phase smallint not null
    generated always as (case when status in (3, 7, 10) then 2 when status = 8 then 1 else 0 end) stored;

create index dossier_by_opening on lienket.dossier (channel, phase, opened_at desc, code desc);
