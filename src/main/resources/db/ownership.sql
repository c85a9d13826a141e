-- Who owns what: run by a superuser in LienKet's database after migration/V18__audit.sql, as often as one likes.
-- The application's role owns its own tables, and may read and add to the audit trail, which belongs to lienket_audit, a role that
-- nobody signs in as. Another name than "lienket" for the application's role: set lienket.application = 'name' before this.
do $$
declare
    application constant text := coalesce(nullif(current_setting('lienket.application', true), ''), 'lienket');
    part record;
begin
    if not exists (select from pg_roles where rolname = 'lienket_audit') then
        create role lienket_audit nologin;
    end if;
    if not exists (select from pg_roles where rolname = application) then
        execute format('create role %I login', application);
    end if;
    if (select rolsuper from pg_roles where rolname = application) then
        raise exception 'The application''s role % is a superuser, from whom nothing can be kept', application;
    end if;
    execute format('alter role %I nocreaterole nocreatedb nobypassrls', application);
    -- by any of these it could change the trail after all
    for part in
        select granted.rolname from pg_auth_members membership
        join pg_roles granted on granted.oid = membership.roleid
        join pg_roles member on member.oid = membership.member
        where member.rolname = application and (granted.rolsuper or granted.rolname in
            ('lienket_audit', 'pg_write_all_data', 'pg_write_server_files', 'pg_execute_server_program'))
    loop
        execute format('revoke %I from %I', part.rolname, application);
    end loop;

    -- extensions and schemas are made in it
    execute format('grant connect, create, temporary on database %I to %I', current_database(), application);
    if (select pg_get_userbyid(datdba) from pg_database where datname = current_database()) = application then
        execute format('alter database %I owner to current_user', current_database());
    end if;
    execute format('grant usage, create on schema public to %I', application);

    -- what an application that was a superuser, or another role, has made: its own tables and Camunda's
    for part in
        select 'schema' as kind, format('%I', nspname) as name from pg_namespace
        where nspname = 'lienket' and pg_get_userbyid(nspowner) <> application
        union all
        select case c.relkind when 'S' then 'sequence' when 'v' then 'view' when 'm' then 'materialized view' else 'table' end,
            c.oid::regclass::text
        from pg_class c
        where (c.relnamespace = to_regnamespace('lienket')
                or c.relnamespace = to_regnamespace('public') and c.relname like 'act\_%')
            and c.relkind in ('r', 'p', 'v', 'm', 'S')
            and pg_get_userbyid(c.relowner) <> application
            -- a sequence goes with its column, an extension's table with the extension
            and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid
                and (d.deptype = 'e' or c.relkind = 'S' and d.deptype in ('a', 'i')))
        union all
        select 'routine', p.oid::regprocedure::text from pg_proc p
        where p.pronamespace = to_regnamespace('lienket')
            and pg_get_userbyid(p.proowner) <> application
            and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
        union all
        select 'text search configuration', c.oid::regconfig::text from pg_ts_config c
        where c.cfgnamespace = to_regnamespace('lienket')
            and pg_get_userbyid(c.cfgowner) <> application
    loop
        execute format('alter %s %s owner to %I', part.kind, part.name, application);
    end loop;

    for part in
        select 'schema' as kind, format('%I', nspname) as name from pg_namespace where nspname = 'audit'
        union all
        select 'table', c.oid::regclass::text from pg_class c
        where c.relnamespace = to_regnamespace('audit') and c.relkind = 'r'
        union all
        select 'routine', p.oid::regprocedure::text from pg_proc p where p.pronamespace = to_regnamespace('audit')
    loop
        execute format('alter %s %s owner to lienket_audit', part.kind, part.name);
    end loop;
    execute format('revoke all on schema audit from public, %I', application);
    execute format('revoke all on all tables in schema audit from public, %I', application);
    execute format('revoke all on all sequences in schema audit from public, %I', application);
    execute format('grant usage on schema audit to %I', application);
    execute format('grant select, insert on audit.entry, audit.seal to %I', application);
    execute format('grant select, insert, delete on audit.waiting to %I', application);
end
$$;
