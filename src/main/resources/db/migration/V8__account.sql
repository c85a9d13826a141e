-- Links by which people set their own password. A link is a secret: only its SHA-256 is kept.
create table lienket.password_token (
    hash bytea primary key check (octet_length(hash) = 32),
    person text not null references lienket.person,
    created_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > created_at),
    -- when this link, or another of the same person, set a password
    ended_at timestamptz
);

create index password_token_by_person on lienket.password_token (person, created_at);

-- mails about no dossier; and mails whose text, such as the link above, is forgotten once they are out
alter table lienket.message alter case_code drop not null;
alter table lienket.message add secret boolean not null default false;
