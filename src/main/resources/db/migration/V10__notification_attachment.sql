-- stored documents that go out with a message, in this order
create table lienket.message_attachment (
    message_id uuid not null references lienket.message (id),
    position integer not null,
    document_id uuid not null references lienket.document (id),
    primary key (message_id, position)
);
