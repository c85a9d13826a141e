-- one row per stop of a case's processing clock; the clock stands still while a row has no end
create table lienket.case_clock (
    id bigint generated always as identity primary key,
    case_code text not null references lienket.dossier (code),
    organisation text not null,
    stopped_at timestamptz not null,
    resumed_at timestamptz,
    working_days integer,
    check (resumed_at >= stopped_at),
    check ((resumed_at is null) = (working_days is null))
);

create unique index case_clock_standing on lienket.case_clock (case_code) where resumed_at is null;
create index case_clock_history on lienket.case_clock (case_code, id);
