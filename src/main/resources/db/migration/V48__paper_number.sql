-- the numbers of an organisation's papers: one row a number and year and type, whatever module gave it
create table lienket.paper_number (
    organisation text not null,
    year integer not null,
    type text not null,
    sequence integer not null check (sequence > 0),
    number text not null,
    case_code text not null references lienket.dossier (code),
    primary key (organisation, year, type, sequence)
);

insert into lienket.paper_number (organisation, year, type, sequence, number, case_code)
select lead_organisation, registered_year, 'BC', registered_sequence, registered_number, case_code
from lienket.report where registered_sequence is not null;

-- the numbers that a form has proposed: whoever leaves one as it is wants the next free number, not this one
create table lienket.paper_number_proposal (
    case_code text not null references lienket.dossier (code),
    number text not null,
    primary key (case_code, number)
);

insert into lienket.paper_number_proposal (case_code, number) select report, number from lienket.report_proposal;
drop table lienket.report_proposal;

alter table lienket.consulting_case add column support_decided_by text;

-- what went out to the enterprise with a number and a date
create table lienket.consulting_paper (
    consulting_case text not null references lienket.consulting_case (case_code),
    position integer not null,
    kind text not null check (kind in ('DECISION', 'REPORT')),
    number text not null,
    dated_on date not null,
    signer text,
    clerk text not null,
    registered_at timestamptz not null,
    document uuid not null references lienket.document (id),
    primary key (consulting_case, position),
    unique (consulting_case, kind)
);
