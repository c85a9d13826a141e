package vn.lienket.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienket.calendar.Deadlines;
import vn.lienket.cases.TaskStep;
import vn.lienket.database.Moments;
import vn.lienket.party.Groups;
import vn.lienket.party.Organisation;

/** One row per user task of a case, written in the transaction of each of its steps. */
@Component
class TaskFacts {

    /** In whose working days a task is counted, from when to when, and how many of them its case stood still meanwhile. */
    record Span(String organisation, Instant from, Instant due, int stood) {}

    private final JdbcClient jdbc;
    private final Groups groups;
    private final Deadlines deadlines;

    TaskFacts(JdbcClient jdbc, Groups groups, Deadlines deadlines) {
        this.jdbc = jdbc;
        this.groups = groups;
        this.deadlines = deadlines;
    }

    @EventListener
    void on(TaskStep.Begun begun) {
        jdbc.sql("""
                        insert into lienket.task_fact (task_id, case_code, channel, process, definition, step, step_name,
                            organisation, role, assignee, created_at, due_at)
                        select :task, d.code, d.channel, :process, :definition, :step, :name,
                            coalesce(:organisation, d.lead_organisation), :role, :assignee, :at, :due
                        from lienket.dossier d where d.code = :case
                        on conflict (task_id) do nothing""")
                .param("task", begun.taskId())
                .param("case", begun.caseCode())
                .param("process", begun.process())
                .param("definition", begun.definition())
                .param("step", begun.step())
                .param("name", begun.name())
                .param("organisation", organisation(begun.assignee(), begun.groups()))
                .param("role", role(begun.groups()))
                .param("assignee", begun.assignee())
                .param("at", Moments.of(begun.at()))
                .param("due", Moments.of(begun.due()))
                .update();
    }

    /** A due date that is moved is kept: whether the task was late on a day before asks for it. */
    @EventListener
    void on(TaskStep.Changed changed) {
        jdbc.sql("""
                        with before as (
                            select task_id, due_at from lienket.task_fact
                            where task_id = :task and ended_at is null and (definition, step_name, assignee, due_at)
                                is distinct from (:definition, :name, :assignee::text, :due::timestamptz)
                            for update),
                        kept as (
                            insert into lienket.task_due_before (task_id, until, due_at)
                            select task_id, :at, due_at from before where due_at is distinct from :due::timestamptz
                            on conflict do nothing)
                        update lienket.task_fact f
                        set definition = :definition, step_name = :name, assignee = :assignee, due_at = :due
                        from before where f.task_id = before.task_id""")
                .param("task", changed.taskId())
                .param("at", Moments.of(changed.at()))
                .param("definition", changed.definition())
                .param("name", changed.name())
                .param("assignee", changed.assignee())
                .param("due", Moments.of(changed.due()))
                .update();
    }

    /** Who has done a task is its worker from then on, whoever had it before. */
    @EventListener
    void on(TaskStep.Ended ended) {
        Span span = ended.completed() ? span(ended) : null;
        jdbc.sql("""
                        update lienket.task_fact set ended_at = :at, cancelled = :cancelled, working_days = :days, term_days = :term,
                            assignee = coalesce(:by, assignee)
                        where task_id = :task""")
                .param("task", ended.taskId())
                .param("at", Moments.of(ended.at()))
                .param("cancelled", !ended.completed())
                .param("by", ended.completed() ? ended.by() : null)
                .param("days", span == null ? null : workingDays(span, ended.at()))
                .param("term", span == null ? null : workingDays(span, span.due()))
                .update();
    }

    private Span span(TaskStep.Ended ended) {
        return jdbc.sql("""
                        select f.organisation, f.created_at, f.due_at, (
                            select coalesce(sum(c.working_days), 0) from lienket.case_clock c
                            where c.case_code = f.case_code and c.stopped_at >= f.created_at and c.resumed_at <= :at) as stood
                        from lienket.task_fact f where f.task_id = :task""")
                .param("task", ended.taskId())
                .param("at", Moments.of(ended.at()))
                .query((row, number) -> new Span(
                        row.getString("organisation"),
                        Moments.in(row, "created_at"),
                        Moments.in(row, "due_at"),
                        row.getInt("stood")))
                .optional()
                .orElse(null);
    }

    /** Whole working days, 0 within one; null if they cannot be counted. */
    Integer workingDays(Span span, Instant to) {
        return span.organisation() == null || to == null
                ? null
                : Math.max(
                        0, deadlines.workingDaysBetween(span.organisation(), day(span.from()), day(to)) - span.stood());
    }

    /** Whose work a task is, by id; null if nobody's. */
    String organisation(String assignee, List<String> candidateGroups) {
        return groups.responsible(assignee, candidateGroups)
                .map(Organisation::id)
                .findFirst()
                .orElse(null);
    }

    /** The role of the first group, by id; null without one. */
    String role(List<String> candidateGroups) {
        return candidateGroups.stream()
                .flatMap(group -> groups.organisation(group).stream()
                        .map(organisation -> group.substring(organisation.id().length() + 1)))
                .findFirst()
                .orElse(null);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, Deadlines.ZONE);
    }
}
