-- the steps of a process in a period, and what waits in it now, without the rows themselves
create index task_fact_steps on lienket.task_fact (process, channel, ended_at)
    include (step, step_name, definition, organisation, working_days, term_days, cancelled, due_at, case_code);
