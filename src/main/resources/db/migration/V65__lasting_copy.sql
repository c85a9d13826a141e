-- Signed files with all that proves their signatures and an archive time stamp over it, one after the other: each continues the one before,
-- the first one the last signed file. The next one is due before the certificate of the time stamp ends.
create table lienket.lasting_copy (
    document_id uuid primary key references lienket.document (id),
    case_code text not null references lienket.agreement (case_code),
    continues uuid not null unique references lienket.document (id),
    made_at timestamptz not null,
    lasts_until timestamptz not null,
    renew_at timestamptz not null,
    check (made_at < renew_at and renew_at < lasts_until)
);

create index lasting_copy_of_case on lienket.lasting_copy (case_code, made_at);

create trigger lasting_copy_stays before update or delete on lienket.lasting_copy
    for each row execute function lienket.refuse_change();
