-- What the mail server said when it refused a message's address for good; until the message is out or has another address.
alter table lienket.message
    add refused_at timestamptz,
    add refusal text;
