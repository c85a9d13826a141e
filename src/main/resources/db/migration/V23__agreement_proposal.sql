-- the numbers that a form has proposed: whoever leaves one as it is wants the next free number, not this one
create table lienket.agreement_proposal (
    agreement text not null references lienket.agreement (case_code),
    party text not null,
    number text not null,
    primary key (agreement, party, number)
);
