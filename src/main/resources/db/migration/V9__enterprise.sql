create extension if not exists pg_trgm;

-- Lower case, no accents, signs as spaces, a space before each word: what is searched by the beginnings of its words.
-- The marks taken off are grave, acute, tilde, hook above, dot below, circumflex, breve and horn.
create function lienket.search_text(text) returns text language sql immutable parallel safe
return ' ' || translate(
    translate(
        normalize(lower($1 collate pg_c_utf8), nfd),
        U&'\0111\0300\0301\0303\0309\0323\0302\0306\031B',
        'd'),
    U&'.,;:!?/\\|()[]{}<>"''`&+*=%_#@-\2013\2014',
    repeat(' ', 40));

-- The fields that differ, each with [before, after].
create function lienket.changes(before jsonb, after jsonb) returns jsonb language sql immutable parallel safe
return (
    select jsonb_object_agg(a.key, jsonb_build_array(b.value, a.value))
    from jsonb_each(after) a left join jsonb_each(before) b on b.key = a.key
    where coalesce(b.value, 'null') <> a.value);

create table lienket.enterprise (
    tax_code text collate "C" primary key,
    name text not null,
    sector text not null check (sector in ('agriculture', 'industry-construction', 'trade-services')),
    employees integer not null check (employees >= 0),
    revenue bigint not null check (revenue >= 0),
    capital bigint not null check (capital >= 0),
    women_owned boolean not null,
    social_enterprise boolean not null,
    vsic_version text,
    vsic_code text,
    contact_name text,
    contact_email text,
    contact_phone text,
    address text,
    digital_level smallint check (digital_level between 0 and 5),
    -- derived by a rule that changes with time, so it has no place in the history
    size text,
    revision integer not null check (revision > 0),
    search_text text collate "C" generated always as (lienket.search_text(tax_code || ' ' || name)) stored,
    check ((vsic_version is null) = (vsic_code is null))
);

-- a short pending list: each search reads the whole of it
create index enterprise_by_text on lienket.enterprise using gin (search_text gin_trgm_ops)
    with (gin_pending_list_limit = 256);
create index enterprise_by_size on lienket.enterprise (size, sector);

create table lienket.enterprise_import (
    id uuid primary key,
    file_name text not null,
    format text not null check (format in ('CSV', 'XLSX')),
    file_size bigint not null,
    sha256 char(64) not null,
    imported_by text not null,
    uploaded_at timestamptz not null,
    ended_at timestamptz,
    state text not null check (state in ('RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    message text,
    read integer not null default 0,
    added integer not null default 0,
    changed integer not null default 0,
    unchanged integer not null default 0,
    refused integer not null default 0,
    busy_millis bigint not null default 0,
    -- the node at work, until when it is believed to live, and how often one has begun without finishing a batch
    leased_by uuid,
    leased_until timestamptz,
    attempts integer not null default 0
);

create index enterprise_import_running on lienket.enterprise_import (uploaded_at) where state = 'RUNNING';

-- the file, until the import is over
create table lienket.enterprise_import_chunk (
    import_id uuid not null references lienket.enterprise_import,
    position integer not null,
    bytes bytea not null,
    primary key (import_id, position)
);

-- where each tax code was seen first, until the import is over
create table lienket.enterprise_import_line (
    import_id uuid not null,
    tax_code text collate "C" not null,
    line integer not null,
    primary key (import_id, tax_code)
);

create table lienket.enterprise_import_refusal (
    import_id uuid not null references lienket.enterprise_import,
    line integer not null,
    position integer not null,
    field text not null,
    reason text not null,
    value text,
    primary key (import_id, line, position)
);

create table lienket.enterprise_change (
    tax_code text collate "C" not null references lienket.enterprise,
    revision integer not null,
    changed_by text not null,
    changed_at timestamptz not null,
    -- 'import' with its id and line, 'api', or what the case that changed it says
    source text not null,
    import_id uuid,
    line integer,
    changes jsonb not null,
    primary key (tax_code, revision)
);

create trigger enterprise_change_stays before update or delete on lienket.enterprise_change
    for each row execute function lienket.refuse_change();
