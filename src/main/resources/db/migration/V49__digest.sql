-- what was told of a task stands in its row: since when, and from which stage on it had not been told before. On an empty database the
-- engine has no tables yet: there the watch adds the columns when it starts.
do $$
begin
    if to_regclass('act_ru_task') is not null then
        alter table act_ru_task add column if not exists lienket_told_from integer,
            add column if not exists lienket_told_at timestamptz;
        drop index if exists lienket_task_untold;
    end if;
end
$$;

-- one mail a day to each person about what has come due: when the last one went out, and since when something waits for the next
create table lienket.digest (
    recipient text primary key,
    sent_on date,
    pending_since timestamptz
);

create index digest_pending on lienket.digest (sent_on) where pending_since is not null;
