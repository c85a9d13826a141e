-- filled in the embedded mode only
create table lienket.mailbox_message (
    id bigint generated always as identity primary key,
    received_at timestamptz not null,
    recipient text not null,
    sender text not null,
    subject text not null,
    message_id text,
    raw bytea not null
);

create index mailbox_message_by_recipient on lienket.mailbox_message (recipient, received_at desc, id desc);
create index mailbox_message_by_time on lienket.mailbox_message (received_at desc, id desc);
