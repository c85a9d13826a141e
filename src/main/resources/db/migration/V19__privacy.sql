-- That the contact of an enterprise was erased, by whom and why; of what was erased it says nothing.
create table lienket.contact_erasure (
    id uuid primary key,
    tax_code text collate "C" not null references lienket.enterprise,
    erased_by text not null,
    erased_at timestamptz not null,
    reason text not null,
    changed integer not null check (changed >= 0)
);

create index contact_erasure_by_tax_code on lienket.contact_erasure (tax_code, erased_at);

create trigger contact_erasure_stays before update or delete on lienket.contact_erasure
    for each row execute function lienket.refuse_change();

-- The history of an enterprise is never changed, but for this: what it says of the contact gives way to a mark.
create function lienket.refuse_all_but_erasure() returns trigger language plpgsql as $$
declare
    contact constant text[] := array['contactName', 'contactEmail', 'contactPhone'];
begin
    if tg_op = 'UPDATE'
        and to_jsonb(new) - 'changes' = to_jsonb(old) - 'changes'
        and new.changes - contact = old.changes - contact
        and array(select jsonb_object_keys(new.changes)) = array(select jsonb_object_keys(old.changes))
        and not exists (
            select from jsonb_each(new.changes) c (field, pair), jsonb_array_elements(pair) e (value)
            where field = any (contact) and value not in ('null', '"(đã xóa)"'))
    then
        return new;
    end if;
    raise exception 'a row of % is never changed', tg_table_name;
end $$;

drop trigger enterprise_change_stays on lienket.enterprise_change;
create trigger enterprise_change_stays before update or delete on lienket.enterprise_change
    for each row execute function lienket.refuse_all_but_erasure();

-- a message of which the recipient was erased: what has not gone out by then never does
alter table lienket.message add erased boolean not null default false;
