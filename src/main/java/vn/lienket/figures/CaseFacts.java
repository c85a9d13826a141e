package vn.lienket.figures;

import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.lienket.cases.CaseOpened;
import vn.lienket.cases.SideProcess;
import vn.lienket.cases.StatusChanged;

/**
 * One row per case, derived from its dossier and, once it has ended, from the tasks that were done until then: at the end of the
 * transaction of each step, when all of that is written.
 */
@Component
class CaseFacts {

    private final JdbcClient jdbc;
    private final ObjectProvider<SideProcess> sideProcesses;

    CaseFacts(JdbcClient jdbc, ObjectProvider<SideProcess> sideProcesses) {
        this.jdbc = jdbc;
        this.sideProcesses = sideProcesses;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(CaseOpened opened) {
        derive(List.of(opened.caseCode()));
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(StatusChanged changed) {
        derive(List.of(changed.caseCode()));
    }

    /**
     * Writes what is derived of these cases; how many rows were not so already. A case that came to its result is late if any task of it
     * was done after it was due, else early if the last one was done on a day before that on which it was due; a {@link SideProcess} is not
     * looked at.
     */
    int derive(Collection<String> caseCodes) {
        return jdbc.sql("""
                        insert into lienket.case_fact as f
                            (code, kind, channel, organisation, field, opened_at, closed_at, outcome)
                        select d.code, d.kind, d.channel, d.lead_organisation, d.field, d.opened_at,
                            case when d.closed then d.changed_at end,
                            case when not d.closed then null
                                when d.status = 7 then 'WITHDRAWN'
                                when d.status <> 10 then 'DECLINED'
                                when done.late then 'LATE'
                                when done.early then 'EARLY'
                                else 'ON_TIME' end
                        from lienket.dossier d
                        left join lateral (
                            select bool_or(t.ended_at > t.due_at) as late,
                                (array_agg((t.ended_at at time zone 'Asia/Ho_Chi_Minh')::date
                                        < (t.due_at at time zone 'Asia/Ho_Chi_Minh')::date
                                    order by t.ended_at desc, t.task_id))[1] as early
                            from lienket.task_fact t
                            where t.case_code = d.code and t.ended_at is not null and not t.cancelled
                                and t.created_at <= d.changed_at and t.process <> all (:beside)) done on d.closed
                        where d.code = any (:codes)
                        on conflict (code) do update
                        set field = excluded.field, closed_at = excluded.closed_at, outcome = excluded.outcome
                        where (f.field, f.closed_at, f.outcome)
                            is distinct from (excluded.field, excluded.closed_at, excluded.outcome)""")
                .param("codes", caseCodes.toArray(String[]::new))
                .param("beside", sideProcesses.stream().map(SideProcess::key).toArray(String[]::new))
                .update();
    }
}
