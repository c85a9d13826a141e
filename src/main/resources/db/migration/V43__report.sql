-- where a case stood just before a moment, whatever has become of it since; 8 is an end, or waits for a late answer
create function lienket.case_as_of(case_code text, moment timestamptz)
returns table (status smallint, ended boolean) language sql stable as $$
    select s.status,
        s.status in (3, 7, 10) or s.status = 8 and not exists (
            select from lienket.case_clock c where c.case_code = $1 and c.stopped_at < $2
                and (c.resumed_at is null or c.resumed_at >= $2))
    from lienket.dossier_status s where s.code = $1 and s.changed_at < $2
    order by s.position desc limit 1
$$;

-- the report of a channel on a quarter
create table lienket.report (
    case_code text primary key references lienket.dossier (code),
    revision integer not null,
    state text not null,
    title text not null,
    channel text not null,
    lead_organisation text not null,
    from_day date not null,
    to_day date not null check (to_day > from_day),
    registered_year integer,
    registered_sequence integer,
    registered_number text,
    registered_on date,
    registered_clerk text,
    document uuid references lienket.document (id),
    end_reason text,
    closed_on date,
    unique (lead_organisation, registered_year, registered_sequence)
);

-- one report a quarter, whatever the nodes do at the same time; one that was withdrawn makes room for another
create unique index report_of_quarter on lienket.report (channel, from_day) where state <> 'WITHDRAWN';

-- the figures as they were assembled, as JSON: what is approved is what was read
create table lienket.report_assembly (
    report text not null references lienket.report (case_code),
    position integer not null,
    version integer not null,
    figures text not null,
    draft uuid not null references lienket.document (id),
    sheets uuid not null references lienket.document (id),
    assembled_at timestamptz not null,
    primary key (report, position),
    unique (report, version)
);

create table lienket.report_opinion (
    report text not null references lienket.report (case_code),
    position integer not null,
    stage text not null check (stage in ('REVIEW', 'APPROVAL')),
    version integer not null,
    positive boolean not null,
    comment text,
    author text not null,
    given_at timestamptz not null,
    primary key (report, position),
    unique (report, stage, version)
);

-- the numbers that a form has proposed: whoever leaves one as it is wants the next free number, not this one
create table lienket.report_proposal (
    report text not null references lienket.report (case_code),
    number text not null,
    primary key (report, number)
);

create index transfer_acceptance_by_day on lienket.transfer_acceptance (given_at) where positive;
create index consulting_case_by_decision on lienket.consulting_case (channel, support_decided_on);
