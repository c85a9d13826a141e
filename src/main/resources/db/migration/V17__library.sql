create extension if not exists unaccent;

-- Finds again in an original text what lienket.search_text has made of it, to show where a word was found.
create text search configuration lienket.original (copy = pg_catalog.simple);
alter text search configuration lienket.original
    alter mapping for word, numword, hword, hword_part, numhword with unaccent, simple;

create table lienket.library_entry (
    id uuid primary key,
    title text not null,
    case_code text not null references lienket.dossier (code),
    channel text not null,
    category text not null,
    provider text not null,
    document_id uuid not null references lienket.document (id),
    file_name text not null,
    media_type text not null,
    size bigint not null,
    added_at timestamptz not null,
    text_state text not null check (text_state in ('WAITING', 'READ', 'UNREADABLE')),
    body text,
    -- until when a node is believed to read the file, and how often one has begun
    leased_until timestamptz,
    attempts integer not null default 0,
    search tsvector not null generated always as (
        setweight(to_tsvector('simple', lienket.search_text(title)), 'A')
        || setweight(to_tsvector('simple', lienket.search_text(coalesce(body, ''))), 'D')) stored,
    unique (case_code, document_id),
    check ((text_state = 'READ') = (body is not null))
);

create index library_entry_by_text on lienket.library_entry using gin (search);
create index library_entry_by_channel on lienket.library_entry (channel, added_at);
create index library_entry_waiting on lienket.library_entry (added_at) where text_state = 'WAITING';
