-- Absences come from the directory file or are registered by people. An import rewrites those of the file only.
alter table lienket.absence
    drop constraint absence_pkey,
    add column id            uuid primary key default gen_random_uuid(),
    -- keys of the processes whose work it is about; empty: of all
    add column kinds         text[] not null default '{}',
    -- null: from the directory file
    add column registered_by text,
    add column registered_at timestamptz,
    -- ended before its time, or called off before its first day; it counts no more
    add column ended_by      text,
    add column ended_on      date,
    add check ((registered_by is null) = (registered_at is null)),
    add check ((ended_by is null) = (ended_on is null)),
    add check (ended_on is null or registered_at is not null);

create unique index absence_of_file on lienket.absence (person, first_day) where registered_by is null;
create index absence_of_person on lienket.absence (person, first_day);
create index absence_of_substitute on lienket.absence (substitute) where substitute is not null;
