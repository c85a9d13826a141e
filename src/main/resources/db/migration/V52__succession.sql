-- Who has taken over from whom: a row from the day on which it took effect, and then for ever. tasks_passed counts on while the open
-- work is passed.
create table lienket.succession (
    predecessor  text primary key references lienket.organisation,
    successor    text not null references lienket.organisation check (successor <> predecessor),
    since        date not null,
    applied_at   timestamptz not null,
    tasks_passed int not null default 0
);

-- A successor may go on counting under the code of its predecessor; the import sees to it that nobody else does.
alter table lienket.organisation drop constraint organisation_code_key;
