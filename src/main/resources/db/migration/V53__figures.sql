-- What managers and reports count, written in the transaction of the step: no row here says what is not said elsewhere, but it says it in
-- a form that can be counted. The command "figures rebuild" writes it anew.

-- one row per case: how it ended is judged when it ends, by the tasks that were done until then
create table lienket.case_fact (
    code text primary key references lienket.dossier (code) on delete cascade,
    kind text not null,
    channel text not null,
    organisation text not null,
    field text,
    opened_at timestamptz not null,
    closed_at timestamptz,
    outcome text check (outcome in ('EARLY', 'ON_TIME', 'LATE', 'WITHDRAWN', 'DECLINED')),
    check ((closed_at is null) = (outcome is null))
);

create index case_fact_open on lienket.case_fact (channel, kind, organisation, field, opened_at) where closed_at is null;
create index case_fact_opened on lienket.case_fact (channel, opened_at) include (kind, organisation, field, closed_at, outcome);
create index case_fact_closed on lienket.case_fact (channel, closed_at) include (kind, organisation, field, opened_at, outcome)
    where closed_at is not null;

-- one row per user task of a case, whose work it was, and how many working days of that organisation it took and was given, without
-- those in which the clock of its case stood still
create table lienket.task_fact (
    task_id text primary key,
    case_code text not null,
    channel text not null,
    process text not null,
    definition text not null,
    step text not null,
    step_name text not null,
    organisation text,
    role text,
    assignee text,
    created_at timestamptz not null,
    due_at timestamptz,
    ended_at timestamptz,
    cancelled boolean not null default false,
    working_days integer,
    term_days integer
);

create index task_fact_open on lienket.task_fact (channel, organisation, due_at)
    include (process, step, step_name, assignee, case_code, created_at) where ended_at is null;
create index task_fact_ended on lienket.task_fact (channel, ended_at)
    include (process, definition, step, organisation, working_days, term_days, due_at, cancelled) where ended_at is not null;
create index task_fact_of_case on lienket.task_fact (case_code);

-- a record, not a projection: when an open task was due before its date was moved
create table lienket.task_due_before (
    task_id text not null references lienket.task_fact (task_id) on delete cascade,
    until timestamptz not null,
    due_at timestamptz,
    primary key (task_id, until)
);
