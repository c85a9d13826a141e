-- Links by which an enterprise answers without an account. A link is a secret: only its SHA-256 is kept.
-- Whether it still asks for anything is the case's to tell: there is no second place that says so.
create table lienket.consulting_link (
    hash bytea primary key check (octet_length(hash) = 32),
    case_code text not null references lienket.consulting_case (case_code),
    subject text not null check (subject in ('SUPPLEMENT', 'ROADMAP')),
    -- of the request to supplement, or the version of the roadmap
    round integer not null,
    created_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > created_at),
    unique (case_code, subject, round)
);

-- what the enterprise said to its last supplement
alter table lienket.consulting_case add supplement_note text;
