-- The list of all open tasks walks along it by due date, and finds and orders them by anything else without reading the rows.
create index task_fact_work on lienket.task_fact (due_at, task_id)
    include (channel, organisation, process, step, assignee, case_code, created_at) where ended_at is null;
