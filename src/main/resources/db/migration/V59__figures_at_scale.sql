-- What is counted over all that is open, or over all that has ended since a month, is read along indexes alone: the codes of cases lead
-- from late tasks to them, and what was late at the end of a past month are tasks that were done late since. Open tasks need one index,
-- that of the list of late work; ended ones are counted for people too.
drop index lienket.case_fact_open;
create index case_fact_open on lienket.case_fact (channel, opened_at) include (kind, organisation, field, code) where closed_at is null;

drop index lienket.case_fact_closed;
create index case_fact_closed on lienket.case_fact (channel, closed_at) include (kind, organisation, field, opened_at, outcome, code)
    where closed_at is not null;

drop index lienket.task_fact_open;
create index task_fact_late on lienket.task_fact (channel, ended_at) include (task_id, due_at, created_at, case_code)
    where ended_at > due_at;

drop index lienket.task_fact_ended;
create index task_fact_ended on lienket.task_fact (channel, ended_at)
    include (process, step, organisation, assignee, working_days, cancelled) where ended_at is not null;
