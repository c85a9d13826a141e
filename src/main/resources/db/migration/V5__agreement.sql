create table lienket.agreement (
    case_code text primary key references lienket.dossier (code),
    revision integer not null,
    state text not null,
    title text not null,
    type text not null check (type in ('BTT', 'BGN')),
    channel text not null,
    lead_organisation text not null,
    legal_basis text not null,
    effective_from date not null,
    effective_to date not null check (effective_to >= effective_from),
    predecessor text references lienket.agreement (case_code),
    start_document uuid references lienket.document (id),
    frozen_sha256 text,
    ended_on date,
    end_reason text
);

create index agreement_by_predecessor on lienket.agreement (predecessor);

create table lienket.agreement_party (
    agreement text not null references lienket.agreement (case_code),
    position integer not null,
    organisation text not null,
    name text not null,
    abbreviation text not null,
    primary key (agreement, position)
);

create table lienket.agreement_field (
    agreement text not null references lienket.agreement (case_code),
    position integer not null,
    code text not null,
    primary key (agreement, position)
);

create table lienket.agreement_draft (
    agreement text not null references lienket.agreement (case_code),
    position integer not null,
    version integer not null,
    document uuid not null references lienket.document (id),
    sha256 text not null,
    note text,
    author text not null,
    submitted_at timestamptz not null,
    primary key (agreement, position),
    unique (agreement, version)
);

create table lienket.agreement_opinion (
    agreement text not null references lienket.agreement (case_code),
    position integer not null,
    stage text not null check (stage in ('REVIEW', 'APPROVAL')),
    version integer not null,
    party text not null,
    positive boolean not null,
    comment text,
    author text not null,
    given_at timestamptz not null,
    primary key (agreement, position),
    unique (agreement, stage, version, party)
);

create table lienket.agreement_signature (
    agreement text not null references lienket.agreement (case_code),
    position integer not null,
    party text not null,
    document uuid not null references lienket.document (id),
    sha256 text not null,
    by_hand boolean not null,
    signer text not null,
    signed_at timestamptz not null,
    primary key (agreement, position),
    unique (agreement, party)
);

create table lienket.agreement_registration (
    agreement text not null references lienket.agreement (case_code),
    position integer not null,
    party text not null,
    year integer not null,
    sequence integer not null,
    type text not null,
    number text not null,
    date date not null,
    clerk text not null,
    primary key (agreement, position),
    unique (agreement, party),
    unique (party, year, type, sequence)
);
