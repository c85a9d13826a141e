package vn.lienket.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienket.cases.Dossier;
import vn.lienket.cases.TimelineEntry;
import vn.lienket.cases.TimelineEntry.Kind;
import vn.lienket.cases.TimelineSource;
import vn.lienket.database.Moments;

/**
 * What administrators did to a case past its tasks. Not what the trail says beyond: it is for administrators only.
 */
@Component
class InterventionTimeline implements TimelineSource {

    private static final Map<String, AuditAct> ACTS = Arrays.stream(AuditAct.values())
            .filter(act -> act.code().startsWith("admin."))
            .collect(Collectors.toMap(AuditAct::code, act -> act));

    /** Their detail is a sentence with the reason, written to be read by all. */
    private static final Set<AuditAct> WITH_REASON = Set.of(AuditAct.CASE_MIGRATED, AuditAct.CASE_MOVED);

    private final JdbcClient jdbc;

    InterventionTimeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<TimelineEntry> timeline(Dossier dossier) {
        return jdbc.sql("""
                        select happened_at, act, actor, detail from audit.entry
                        where case_code = :caseCode and outcome = 'DONE' and act = any (:acts)
                        and not (act = :retried and detail like '%, dueDate: %')""")
                .param("caseCode", dossier.code())
                // the engine notes the new date of a job that is tried again as another change
                .param("retried", AuditAct.JOB_RETRIED.code())
                .param("acts", ACTS.keySet().toArray(String[]::new))
                .query((row, number) -> {
                    AuditAct act = ACTS.get(row.getString("act"));
                    return TimelineEntry.of(
                            Moments.in(row, "happened_at"),
                            Kind.ADMIN,
                            act.words(),
                            row.getString("actor"),
                            WITH_REASON.contains(act) ? row.getString("detail") : null);
                })
                .list();
    }
}
