package vn.lienket.audit;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes to the audit trail where the application does not run: for what the operator does beside it. */
public final class OperatorAudit {

    private OperatorAudit() {}

    /** Writes in the current transaction; a running or the next started application seals it. */
    public static void write(JdbcClient database, AuditEvent event, Instant happenedAt) {
        JdbcClient.StatementSpec insert = database.sql("""
                        with entry as (
                            insert into audit.entry (happened_at, act, outcome, actor, on_behalf_of, case_code, task_id,
                                document_id, channel, organisation, address, door, detail)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id)
                        insert into audit.waiting (entry_id) select id from entry""")
                .param(TrailEntry.stored(happenedAt))
                .param(event.act().code())
                .param(event.outcome().name());
        for (AuditEvent.Fact fact : AuditEvent.Fact.values()) {
            insert = insert.param(event.fact(fact));
        }
        insert.update();
    }
}
