create table lienket.dossier_sequence (
    organisation_code text not null,
    day date not null,
    last integer not null,
    primary key (organisation_code, day)
);

create table lienket.dossier (
    code text primary key,
    kind text not null,
    title text not null,
    channel text not null,
    lead_organisation text not null,
    status smallint not null check (status between 1 and 10),
    opened_by text not null,
    opened_at timestamptz not null,
    changed_at timestamptz not null
);

create index dossier_by_kind on lienket.dossier (kind, channel, opened_at desc, code);
create index dossier_by_status on lienket.dossier (kind, status, opened_at desc);

create table lienket.dossier_status (
    code text not null references lienket.dossier (code),
    position integer not null,
    status smallint not null,
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (code, position)
);
