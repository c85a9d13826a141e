create table lienket.document (
    id uuid primary key,
    channel text not null,
    file_name text not null,
    media_type text not null,
    size bigint not null check (size > 0),
    sha256 char(64) not null,
    version integer not null check (version > 0),
    replaces uuid references lienket.document (id),
    uploaded_by text not null,
    uploaded_at timestamptz not null
);

create table lienket.document_chunk (
    document_id uuid not null references lienket.document (id),
    position integer not null,
    bytes bytea not null,
    primary key (document_id, position)
);

-- what is stored is compressed already (PDF, OOXML, pictures)
alter table lienket.document_chunk alter column bytes set storage external;

create table lienket.case_document (
    case_code text not null references lienket.dossier (code),
    kind text not null,
    version integer not null check (version > 0),
    document_id uuid not null references lienket.document (id),
    added_at timestamptz not null,
    added_by text not null,
    primary key (case_code, kind, version)
);

create index case_document_by_document on lienket.case_document (document_id);

-- a document is evidence: nothing rewrites it, and nothing removes what a case holds
create function lienket.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'a row of % is never changed', tg_table_name;
end $$;

create function lienket.refuse_loss() returns trigger language plpgsql as $$
begin
    if exists (select from lienket.case_document where document_id = old.document_id) then
        raise exception 'document % belongs to a case', old.document_id;
    end if;
    return old;
end $$;

create trigger document_stays before update on lienket.document
    for each row execute function lienket.refuse_change();
create trigger document_chunk_stays before update on lienket.document_chunk
    for each row execute function lienket.refuse_change();
create trigger document_chunk_kept before delete on lienket.document_chunk
    for each row execute function lienket.refuse_loss();
create trigger case_document_stays before update or delete on lienket.case_document
    for each row execute function lienket.refuse_change();
