-- What somebody has typed into a form and not sent yet. That of a task goes with the task: the reference to the engine's table, which an
-- empty database has not got yet, is added at the start (FormDrafts).
create table lienket.form_draft (
    person text not null,
    form text not null,
    -- null: a form that starts a process
    task_id varchar(64),
    content text not null,
    saved_at timestamptz not null,
    primary key (person, form)
);

create index form_draft_by_task on lienket.form_draft (task_id) where task_id is not null;
create index form_draft_by_age on lienket.form_draft (saved_at);
