-- What was told of a task stands beside its due date, so that one index skips it. On an empty database the engine has no tables yet:
-- there the watch adds the columns when it starts.
do $$
begin
    if to_regclass('act_ru_task') is not null then
        alter table act_ru_task add column lienket_told_stage integer, add column lienket_told_due timestamp;
        update act_ru_task t set lienket_told_stage = n.stage, lienket_told_due = t.due_date_
        from (
            select task_id, max(case stage when 'escalated' then 2 else 1 end) as stage
            from lienket.task_notice group by task_id) n
        where n.task_id = t.id_;
    end if;
end
$$;

drop table lienket.task_notice;
