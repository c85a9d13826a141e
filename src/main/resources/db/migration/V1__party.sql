-- The directory. The file is its source: nothing but its import writes here, and the import deletes no organisation,
-- channel or person, because cases, documents and signatures refer to them.

create table lienket.organisation (
    id           text primary key check (id ~ '^[a-z][a-z0-9-]{0,49}$'),
    name         text not null,
    short_name   text not null,
    parent_name  text,
    abbreviation text not null,
    -- deferred: two organisations may swap their codes in one import
    code         text not null unique deferrable initially deferred check (code ~ '^[A-Z0-9]{2,10}$'),
    email        text not null,
    place        text not null,
    leader_title text not null,
    calendar     text not null,
    valid_from   date,
    valid_to     date,
    -- deferred: the successor may be imported after its predecessor
    successor    text references lienket.organisation deferrable initially deferred check (successor <> id),
    check (valid_from <= valid_to)
);

create table lienket.channel (
    id   text primary key check (id ~ '^[a-z][a-z0-9-]{0,63}$'),
    name text not null
);

create table lienket.channel_party (
    channel      text not null references lienket.channel,
    organisation text not null references lienket.organisation,
    position     int  not null check (position > 0),
    primary key (channel, organisation),
    unique (channel, position)
);

create table lienket.person (
    id           text primary key check (id ~ '^[a-z][a-z0-9.-]{0,63}$'),
    name         text    not null,
    email        text    not null,
    organisation text    not null references lienket.organisation,
    active       boolean not null
);

create table lienket.person_role (
    person text not null references lienket.person,
    role   text not null check (role in ('officer', 'expert', 'legal', 'clerk', 'leader', 'manager')),
    primary key (person, role)
);

create table lienket.person_skill (
    person text not null references lienket.person,
    skill  text not null,
    primary key (person, skill)
);

create table lienket.absence (
    person     text not null references lienket.person,
    first_day  date not null,
    last_day   date not null,
    -- deferred: the substitute may be imported after the absent person
    substitute text references lienket.person deferrable initially deferred check (substitute <> person),
    primary key (person, first_day),
    check (first_day <= last_day)
);

-- One row an import that changed something. An identity value is never used twice, not even after a rollback,
-- so a copy of the directory held in memory under its version can be trusted on every node.
create table lienket.directory_version (
    version    bigint generated always as identity primary key,
    applied_at timestamptz not null default now()
);
