-- Whether the case of a dossier has ended, which its status does not always tell: 8 is an end, or waits for a late answer.
alter table lienket.dossier add column closed boolean not null default false;

update lienket.dossier d set closed = true
where status in (3, 7, 10)
    or status = 8 and not exists (
        select from lienket.case_clock c where c.case_code = d.code and c.resumed_at is null);

create index dossier_by_opening on lienket.dossier (channel, closed, opened_at desc, code desc);
