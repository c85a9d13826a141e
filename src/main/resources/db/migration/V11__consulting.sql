create table lienket.consulting_case (
    case_code text primary key references lienket.dossier (code),
    revision integer not null,
    state text not null,
    channel text not null,
    lead_organisation text not null,
    -- the enterprise as it was when the case was opened or last supplemented; the registry goes on changing
    tax_code text not null references lienket.enterprise (tax_code),
    enterprise_name text not null,
    sector text not null,
    employees integer not null,
    revenue bigint not null,
    capital bigint not null,
    women_owned boolean not null,
    social_enterprise boolean not null,
    contact_name text,
    contact_email text,
    contact_phone text,
    need text not null,
    need_category text not null,
    size text,
    size_citation text,
    request_comment text,
    verification_days_left integer,
    consultant_organisation text,
    expertise text,
    consultant text,
    framework_version text,
    roadmap_version integer not null,
    support_decision text,
    support_comment text,
    support_decided_on date,
    satisfaction integer check (satisfaction between 1 and 5),
    closing_note text,
    end_reason text,
    closed_on date
);

-- one open case per enterprise, whatever the nodes do at the same time
create unique index consulting_case_open on lienket.consulting_case (tax_code) where closed_on is null;
create index consulting_case_by_tax_code on lienket.consulting_case (tax_code);
create index consulting_case_by_consultant on lienket.consulting_case (consultant) where closed_on is null;

create table lienket.consulting_answer (
    consulting_case text not null references lienket.consulting_case (case_code),
    position integer not null,
    stage text not null check (stage in ('BEFORE', 'AFTER')),
    question text not null,
    value integer not null check (value between 0 and 5),
    primary key (consulting_case, position),
    unique (consulting_case, stage, question)
);

create table lienket.consulting_assessment (
    consulting_case text not null references lienket.consulting_case (case_code),
    position integer not null,
    stage text not null check (stage in ('BEFORE', 'AFTER')),
    overall numeric(4, 1) not null,
    level text,
    level_name text,
    level_citation text,
    assessor text not null,
    assessed_at timestamptz not null,
    primary key (consulting_case, position),
    unique (consulting_case, stage)
);

create table lienket.consulting_step (
    consulting_case text not null references lienket.consulting_case (case_code),
    position integer not null,
    title text not null,
    pillar text not null,
    solution text not null,
    cost bigint not null check (cost >= 0),
    due_in_working_days integer not null check (due_in_working_days > 0),
    support_kind text not null,
    result text,
    actual_cost bigint,
    evidence uuid references lienket.document (id),
    done_by text,
    done_at timestamptz,
    primary key (consulting_case, position)
);

create table lienket.consulting_roadmap_answer (
    consulting_case text not null references lienket.consulting_case (case_code),
    position integer not null,
    version integer not null,
    decision text not null check (decision in ('agree', 'changes', 'decline')),
    comment text,
    author text not null,
    given_at timestamptz not null,
    primary key (consulting_case, position)
);

create table lienket.consulting_entitlement (
    consulting_case text not null references lienket.consulting_case (case_code),
    position integer not null,
    support_kind text not null,
    rate numeric(5, 4),
    cap bigint,
    citation text,
    decided_by text,
    primary key (consulting_case, position),
    unique (consulting_case, support_kind)
);

-- tax code and year stand here too: the cap is one of the enterprise and the calendar year, over all its cases
create table lienket.consulting_grant (
    consulting_case text not null references lienket.consulting_case (case_code),
    position integer not null,
    tax_code text not null,
    year integer not null,
    support_kind text not null,
    eligible_cost bigint not null check (eligible_cost >= 0),
    rate numeric(5, 4) not null,
    cap bigint not null,
    granted_before bigint not null,
    amount bigint not null check (amount >= 0 and amount + granted_before <= greatest(cap, granted_before)),
    citation text not null,
    released boolean not null,
    primary key (consulting_case, position),
    unique (consulting_case, support_kind)
);

create index consulting_grant_by_year on lienket.consulting_grant (tax_code, year, support_kind);
