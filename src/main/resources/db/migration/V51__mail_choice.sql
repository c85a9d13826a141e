-- which mails a person wants and when; who has chosen nothing has no row
create table lienket.mail_choice (
    person text not null,
    kind text not null check (kind in ('WORK', 'REMINDER', 'OVERDUE', 'NEWS', 'OVERVIEW')),
    delivery text not null check (delivery in ('AT_ONCE', 'DAILY', 'NONE')),
    chosen_at timestamptz not null,
    primary key (person, kind)
);

-- what is kept for a person's daily mail, and stays when it has been told: nobody is told it twice
create table lienket.mail_later (
    person text not null,
    event text not null,
    kind text not null,
    case_code text,
    task_id text,
    subject text not null,
    noted_at timestamptz not null,
    told_at timestamptz,
    primary key (person, event)
);

create index mail_later_waiting on lienket.mail_later (person, noted_at) where told_at is null;

-- the Monday of the week whose overview the person has had
alter table lienket.digest add column overview_week date;
