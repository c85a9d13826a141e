-- Attempts to sign in that were wrong, or not yet found right. They fade by themselves: no account is ever locked for good.
create table lienket.sign_in_attempts (
    -- SHA-256 of the account's or the address's name: people type their password where the user name belongs
    subject bytea primary key check (octet_length(subject) = 32),
    level double precision not null check (level >= 0),
    last_at timestamptz not null,
    blocked_until timestamptz not null
);

create index sign_in_attempts_by_time on lienket.sign_in_attempts (last_at);

-- The authenticators of people who sign in with a code beside the password.
create table lienket.second_factor (
    user_id text primary key,
    -- encrypted with the key of the environment
    secret bytea not null,
    enrolled_at timestamptz not null,
    -- when the first code proved that the authenticator has the secret; before that it opens nothing
    confirmed_at timestamptz,
    -- the time step of the last code that was taken: each is taken once
    last_step bigint not null default 0
);

create table lienket.recovery_code (
    user_id text not null references lienket.second_factor on delete cascade,
    hash bytea not null check (octet_length(hash) = 32),
    primary key (user_id, hash)
);
