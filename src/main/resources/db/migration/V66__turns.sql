-- Whose signatures an agreement needs, as the rule was when its signing began; those of one rank are made in any order.
create table lienket.agreement_turn (
    agreement text not null references lienket.agreement (case_code),
    position integer not null,
    rank integer not null,
    party text not null,
    role text not null,
    key text not null check (key in ('PERSON', 'BODY')),
    primary key (agreement, position),
    unique (agreement, party, role, key)
);

-- Until now one leader of each party signed, one party after the other.
insert into lienket.agreement_turn (agreement, position, rank, party, role, key)
    select p.agreement, p.position, p.position, p.organisation, 'LEADER', 'PERSON'
    from lienket.agreement_party p join lienket.agreement a on a.case_code = p.agreement
    where a.frozen_sha256 is not null;

alter table lienket.agreement_signature
    add column role text not null default 'LEADER',
    add column key text not null default 'PERSON' check (key in ('PERSON', 'BODY')),
    drop constraint agreement_signature_agreement_party_key,
    add constraint agreement_signature_once unique (agreement, party, role, key);
