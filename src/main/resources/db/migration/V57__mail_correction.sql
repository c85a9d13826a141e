-- Who has given a mail that could not be sent another address.
create table lienket.message_correction (
    message_id uuid not null,
    corrected_at timestamptz not null,
    corrected_by text not null,
    old_email text not null,
    new_email text not null,
    primary key (message_id, corrected_at)
);
