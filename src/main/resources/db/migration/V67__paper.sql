-- Papers that are signed once they are final: contracts, decisions, reports. A row for each time that one was submitted to be signed.
create table lienket.paper_signing (
    id uuid primary key,
    revision integer not null,
    case_code text not null references lienket.dossier (code),
    channel text not null,
    kind text not null,
    name text not null,
    number text,
    dated_on date,
    document uuid not null references lienket.document (id),
    state text not null check (state in ('WAITING', 'SIGNED', 'REFUSED', 'STOPPED')),
    submitted_by text not null,
    submitted_at timestamptz not null,
    reason text,
    ended_by text,
    ended_at timestamptz,
    check ((state = 'WAITING') = (ended_at is null))
);

-- While one waits, and once it is signed, it is not submitted again.
create unique index paper_signing_once on lienket.paper_signing (document) where state in ('WAITING', 'SIGNED');
create index paper_signing_by_case on lienket.paper_signing (case_code, submitted_at);

create table lienket.paper_turn (
    paper_signing uuid not null references lienket.paper_signing (id),
    position integer not null,
    organisation text not null,
    name text not null,
    role text not null,
    key text not null check (key in ('PERSON', 'BODY')),
    primary key (paper_signing, position),
    unique (paper_signing, organisation, role, key)
);

create table lienket.paper_signature (
    paper_signing uuid not null references lienket.paper_signing (id),
    position integer not null,
    party text not null,
    document uuid not null references lienket.document (id),
    sha256 text not null,
    by_hand boolean not null,
    signer text not null,
    signed_at timestamptz not null,
    role text not null,
    key text not null check (key in ('PERSON', 'BODY')),
    primary key (paper_signing, position),
    unique (paper_signing, party, role, key)
);

create index paper_signature_by_document on lienket.paper_signature (document);

-- The files of papers that all have signed, by which anybody's file is recognised: as lienket.evidence_file of agreements.
create table lienket.evidence_paper (
    signing uuid not null references lienket.paper_signing (id),
    sha256 char(64) not null,
    size bigint not null,
    head char(64) not null,
    primary key (signing, sha256)
);

create index evidence_paper_by_sha256 on lienket.evidence_paper (sha256);
create index evidence_paper_by_head on lienket.evidence_paper (head, size);
