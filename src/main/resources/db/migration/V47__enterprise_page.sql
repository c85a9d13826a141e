-- Links to the page of a case for its enterprise, one in each mail to it. A link is a secret: only its SHA-256 is kept.
-- How long it opens the page is the case's to tell, so that there is no second place that says so.
create table lienket.consulting_page_link (
    hash bytea primary key check (octet_length(hash) = 32),
    case_code text not null references lienket.consulting_case (case_code),
    created_at timestamptz not null
);

create index consulting_page_link_case on lienket.consulting_page_link (case_code);

-- Who has asked for such a link within the hour, and for which case if there was one.
create table lienket.consulting_link_request (
    id bigint generated always as identity primary key,
    -- SHA-256 of the network address
    sender bytea not null check (octet_length(sender) = 32),
    case_code text references lienket.consulting_case (case_code),
    asked_at timestamptz not null
);

create index consulting_link_request_at on lienket.consulting_link_request (asked_at);
