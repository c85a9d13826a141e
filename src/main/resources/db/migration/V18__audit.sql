-- The audit trail, in a schema of its own. Where db/ownership.sql has been run, it stands already and belongs to a role that the
-- application has no part in; elsewhere the application's own role makes it, and only the triggers refuse changes.
do $$
begin
    if exists (select from pg_class where relname = 'entry' and relnamespace = to_regnamespace('audit')) then
        return;
    end if;
    create schema if not exists audit;

    create table audit.entry (
        id bigint generated always as identity primary key,
        happened_at timestamptz not null,
        act text not null,
        outcome text not null check (outcome in ('DONE', 'REFUSED')),
        actor text,
        on_behalf_of text,
        case_code text,
        task_id text,
        document_id text,
        channel text,
        organisation text,
        address text,
        door text,
        detail text
    );
    create index entry_by_time on audit.entry (happened_at, id);
    create index entry_by_actor on audit.entry (actor, happened_at);
    create index entry_by_case on audit.entry (case_code, happened_at) where case_code is not null;

    -- What is committed and not yet sealed. A transaction that commits late is found here late, never missed.
    create table audit.waiting (
        entry_id bigint primary key references audit.entry
    );

    create table audit.seal (
        sequence bigint primary key check (sequence > 0),
        entry_id bigint not null unique references audit.entry,
        previous_hash char(64) not null,
        hash char(64) not null,
        sealed_at timestamptz not null
    );

    create function audit.refuse_change() returns trigger language plpgsql as $refuse$
    begin
        raise exception 'audit.% is only ever added to', tg_table_name using errcode = 'insufficient_privilege';
    end
    $refuse$;
    create trigger entry_stays before update or delete on audit.entry
        for each row execute function audit.refuse_change();
    create trigger entry_is_not_emptied before truncate on audit.entry
        for each statement execute function audit.refuse_change();
    create trigger seal_stays before update or delete on audit.seal
        for each row execute function audit.refuse_change();
    create trigger seal_is_not_emptied before truncate on audit.seal
        for each statement execute function audit.refuse_change();
end
$$;
