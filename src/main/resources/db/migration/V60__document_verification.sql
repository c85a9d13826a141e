-- What was found of the signatures in a document, by the roots and rules that "basis" stands for; the reports of the library are packed
-- with gzip. Once decided it is evidence.
create table lienket.document_verification (
    document_id uuid not null references lienket.document (id) on delete cascade,
    basis char(64) not null,
    verified_at timestamptz not null,
    verdict text not null check (verdict in ('UNSIGNED', 'VALID', 'INVALID', 'UNDECIDED')),
    signatures jsonb not null,
    simple_report bytea not null,
    detailed_report bytea not null,
    etsi_report bytea not null,
    primary key (document_id, basis),
    check (octet_length(simple_report) + octet_length(detailed_report) + octet_length(etsi_report) <= 4194304)
);

create trigger document_verification_stays before update on lienket.document_verification
    for each row when (old.verdict <> 'UNDECIDED') execute function lienket.refuse_change();
