-- Evidence of how agreements were signed: one sheet an agreement, made by a job once it is in force.
create table lienket.evidence_sheet (
    id uuid primary key,
    case_code text not null unique references lienket.agreement (case_code),
    channel text not null,
    in_force_at timestamptz,
    document_id uuid references lienket.document (id),
    made_at timestamptz,
    check ((document_id is null) = (made_at is null))
);

create index evidence_sheet_waiting on lienket.evidence_sheet (id) where document_id is null;

create trigger evidence_sheet_stays before update on lienket.evidence_sheet
    for each row when (old.document_id is not null) execute function lienket.refuse_change();

-- The files of these agreements, by which anybody's file is recognised. "head" is the SHA-256 of the first "head_size" bytes, a power of
-- two: a file that continues one of them begins with the same.
create table lienket.evidence_file (
    sheet uuid not null references lienket.evidence_sheet (id),
    sha256 char(64) not null,
    size bigint not null,
    head char(64) not null,
    primary key (sheet, sha256)
);

create index evidence_file_by_sha256 on lienket.evidence_file (sha256);
create index evidence_file_by_head on lienket.evidence_file (head, size);

-- Agreements that came into force before.
insert into lienket.evidence_sheet (id, case_code, channel)
    select gen_random_uuid(), case_code, channel from lienket.agreement where state in ('IN_FORCE', 'EXPIRED', 'TERMINATED');

alter table lienket.agreement_registration add column registered_at timestamptz;
