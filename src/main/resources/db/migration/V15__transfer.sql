create table lienket.transfer_case (
    case_code text primary key references lienket.dossier (code),
    revision integer not null,
    state text not null,
    channel text not null,
    requesting_organisation text not null,
    providing_organisation text not null,
    category text not null,
    title text not null,
    need_description text not null,
    needed_by date not null,
    uses_state_budget boolean not null,
    foreign_party boolean not null,
    existing_certificate boolean not null,
    attachment uuid references lienket.document (id),
    request_comment text,
    supplement_note text,
    check_days_left integer,
    expertise text,
    days_allowed integer,
    route_citation text,
    feasibility text,
    feasibility_comment text,
    lead_expert text,
    plan_version integer not null,
    contract_document uuid references lienket.document (id),
    contract_sequence integer,
    contract_number text,
    contracted_on date,
    registration_compulsory boolean,
    registration_due date,
    registration_citation text,
    registration_number text,
    registered_on date,
    acceptance_round integer not null,
    score integer check (score between 1 and 5),
    evaluation_comment text,
    evaluated_on date,
    end_reason text,
    closed_on date
);

create unique index transfer_contract_number on lienket.transfer_case
    (providing_organisation, extract(year from contracted_on), contract_sequence);
create index transfer_case_by_provider on lienket.transfer_case (providing_organisation, category) where score is not null;

create table lienket.transfer_assessment (
    transfer_case text not null references lienket.transfer_case (case_code),
    position integer not null,
    -- null: it waits in the group of experts
    expert text,
    feasibility text check (feasibility in ('feasible', 'partly', 'infeasible')),
    effort_days integer,
    note text,
    given_at timestamptz,
    -- who was away and did not write his own
    replaced text,
    primary key (transfer_case, position)
);

create index transfer_assessment_open on lienket.transfer_assessment (expert) where given_at is null;

create table lienket.transfer_item (
    transfer_case text not null references lienket.transfer_case (case_code),
    position integer not null,
    kind text not null,
    title text not null,
    due_in_working_days integer not null check (due_in_working_days > 0),
    starts_on date,
    ends_on date,
    place text,
    people integer,
    person text,
    system_name text,
    acceptance_test text,
    software_name text,
    software_version text,
    licence text,
    source_delivered boolean,
    expert text,
    accepted boolean not null,
    invitation_sequence integer,
    primary key (transfer_case, position)
);

create table lienket.transfer_delivery (
    transfer_case text not null references lienket.transfer_case (case_code),
    position integer not null,
    item integer not null,
    round integer not null,
    note text not null,
    document uuid references lienket.document (id),
    attendees text,
    expert text not null,
    delivered_at timestamptz not null,
    primary key (transfer_case, position),
    unique (transfer_case, item, round)
);

create table lienket.transfer_clause (
    transfer_case text not null references lienket.transfer_case (case_code),
    position integer not null,
    clause text not null,
    text text not null,
    primary key (transfer_case, position),
    unique (transfer_case, clause)
);

create table lienket.transfer_plan_opinion (
    transfer_case text not null references lienket.transfer_case (case_code),
    position integer not null,
    version integer not null,
    party text not null,
    positive boolean not null,
    comment text,
    author text not null,
    given_at timestamptz not null,
    primary key (transfer_case, position),
    unique (transfer_case, version, party)
);

create table lienket.transfer_acceptance (
    transfer_case text not null references lienket.transfer_case (case_code),
    position integer not null,
    round integer not null,
    positive boolean not null,
    comment text,
    defective_items text,
    author text not null,
    given_at timestamptz not null,
    primary key (transfer_case, position),
    unique (transfer_case, round)
);
