create table lienket.consulting_bulk (
    id uuid primary key,
    channel text not null,
    need text not null,
    need_category text not null,
    requested_by text not null,
    requested_at timestamptz not null,
    state text not null check (state in ('RUNNING', 'DONE', 'CANCELLED')),
    total integer not null default 0,
    opened integer not null default 0,
    refused integer not null default 0,
    -- when work on the first cases began and on the last ones ended
    begun_at timestamptz,
    reached_at timestamptz,
    ended_at timestamptz
);

create table lienket.consulting_bulk_item (
    bulk_id uuid not null references lienket.consulting_bulk,
    position integer not null,
    tax_code text not null,
    case_code text references lienket.dossier (code),
    refusal text,
    primary key (bulk_id, position),
    check (case_code is null or refusal is null)
);

create index consulting_bulk_item_waiting on lienket.consulting_bulk_item (bulk_id, position)
    where case_code is null and refusal is null;
