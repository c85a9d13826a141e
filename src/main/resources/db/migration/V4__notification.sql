create table lienket.message (
    id uuid primary key,
    event text not null,
    recipient_email text not null,
    recipient_name text not null,
    person_id text,
    case_code text not null,
    channel text,
    subject text not null,
    text_body text not null,
    html_body text not null,
    created_at timestamptz not null,
    sent_at timestamptz,
    -- one mail per person and event
    unique (event, recipient_email)
);

create index message_by_case on lienket.message (case_code, created_at);

create table lienket.task_notice (
    task_id text not null,
    stage text not null,
    at timestamptz not null,
    primary key (task_id, stage)
);
