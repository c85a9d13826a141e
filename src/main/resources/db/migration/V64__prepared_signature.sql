-- What is to be signed with a key that is elsewhere: the bytes that the signature adds to the document, with room for its value. Each
-- belongs to one person and goes after a day; until then it answers a repeated call with the document that was stored.
create table lienket.prepared_signature (
    id uuid primary key,
    document_id uuid not null references lienket.document (id),
    person text not null,
    certificate bytea not null,
    revision bytea not null,
    digits integer not null,
    prepared_at timestamptz not null,
    signed_document_id uuid references lienket.document (id)
);

create index prepared_signature_by_person on lienket.prepared_signature (person, prepared_at);
create index prepared_signature_by_age on lienket.prepared_signature (prepared_at);
create index prepared_signature_by_document on lienket.prepared_signature (document_id);
create index prepared_signature_by_signed on lienket.prepared_signature (signed_document_id);
