-- the programme of a year, opened with one request: its activities have their codes at once, their processes begin one by one
create table lienket.programme_opening (
    id uuid primary key,
    agreement text not null references lienket.agreement (case_code),
    year integer not null,
    skipped text,
    opened_by text not null,
    opened_at timestamptz not null
);

create table lienket.activity (
    case_code text primary key references lienket.dossier (code),
    revision integer not null,
    state text not null,
    agreement text not null references lienket.agreement (case_code),
    cooperation_field text not null,
    title text not null,
    channel text not null,
    lead_organisation text not null,
    partner_organisation text not null check (partner_organisation <> lead_organisation),
    start_date date not null,
    end_date date not null check (end_date >= start_date),
    indicator_name text not null,
    indicator_unit text not null,
    indicator_kind text not null,
    indicator_direction text not null,
    indicator_target numeric(17, 2) not null,
    baseline numeric(17, 2),
    baseline_date date,
    baseline_source text,
    baseline_doubt text,
    plan_version integer not null,
    plan_note text,
    round integer not null,
    opening uuid references lienket.programme_opening (id),
    agreed_on date,
    end_reason text,
    closed_on date
);

create index activity_by_agreement on lienket.activity (agreement, closed_on, case_code);
create index activity_by_opening on lienket.activity (opening) where opening is not null;
create index activity_by_field on lienket.activity (cooperation_field, case_code);
create index activity_by_channel on lienket.activity (channel, case_code);

create table lienket.activity_item (
    activity text not null references lienket.activity (case_code),
    position integer not null,
    title text not null,
    organisation text not null,
    role text not null,
    due_in_working_days integer not null check (due_in_working_days > 0),
    done boolean not null,
    primary key (activity, position)
);

create table lienket.activity_plan_opinion (
    activity text not null references lienket.activity (case_code),
    position integer not null,
    version integer not null,
    positive boolean not null,
    comment text,
    author text not null,
    given_at timestamptz not null,
    primary key (activity, position),
    unique (activity, version)
);

create table lienket.activity_result (
    activity text not null references lienket.activity (case_code),
    position integer not null,
    item integer not null,
    round integer not null,
    result text not null,
    document uuid references lienket.document (id),
    author text not null,
    done_at timestamptz not null,
    primary key (activity, position),
    unique (activity, item, round)
);

create table lienket.activity_progress (
    activity text not null references lienket.activity (case_code),
    position integer not null,
    percent integer not null check (percent between 0 and 100),
    note text,
    reported_on date not null,
    author text not null,
    reported_at timestamptz not null,
    primary key (activity, position)
);

create table lienket.activity_confirmation (
    activity text not null references lienket.activity (case_code),
    position integer not null,
    round integer not null,
    positive boolean not null,
    comment text,
    -- positions of the items to be done again, parted by commas
    rework text,
    author text not null,
    given_at timestamptz not null,
    primary key (activity, position),
    unique (activity, round)
);

create table lienket.activity_continuation (
    activity text not null references lienket.activity (case_code),
    position integer not null,
    goes_on boolean not null,
    comment text,
    author text not null,
    decided_at timestamptz not null,
    primary key (activity, position)
);

-- a value stays as it was entered; a correction is a value of its own, which the old one names
create table lienket.indicator_value (
    id uuid primary key,
    activity text not null references lienket.activity (case_code),
    value numeric(17, 2) not null,
    measured_on date not null,
    document uuid references lienket.document (id),
    reason text,
    entered_by text not null,
    entered_at timestamptz not null,
    replaced_by uuid references lienket.indicator_value (id),
    replaced_at timestamptz
);

create index indicator_value_by_activity on lienket.indicator_value (activity, measured_on, entered_at);
