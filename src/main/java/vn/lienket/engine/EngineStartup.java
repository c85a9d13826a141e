package vn.lienket.engine;

import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.lienket.audit.AuditAct;
import vn.lienket.audit.AuditEvent;
import vn.lienket.party.ApplyDirectory;
import vn.lienket.party.DirectoryApplied;
import vn.lienket.party.DirectoryChanges;

/**
 * Brings the engine in line with the models and the directory before the first request is accepted. Every step is idempotent.
 */
@Component
class EngineStartup implements SmartInitializingSingleton {

    private final Models models;
    private final ApplyDirectory directory;
    private final Identities identities;
    private final TaskFilters filters;
    private final Grants grants;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;

    EngineStartup(
            Models models,
            ApplyDirectory directory,
            Identities identities,
            TaskFilters filters,
            Grants grants,
            JdbcTemplate jdbc,
            ApplicationEventPublisher events) {
        this.models = models;
        this.directory = directory;
        this.identities = identities;
        this.filters = filters;
        this.grants = grants;
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    public void afterSingletonsInstantiated() {
        models.deploy();
        DirectoryChanges changes = directory.apply();
        if (!changes.isEmpty()) {
            events.publishEvent(AuditEvent.done(AuditAct.DIRECTORY_APPLIED)
                    .saying("added %s, changed %s, disabled %s"
                            .formatted(changes.added(), changes.changed(), changes.disabled())));
        }
    }

    @EventListener
    void on(DirectoryApplied applied) {
        identities.sync();
        grants.sync(filters.sync());
        arrangeIndexes();
        // it lives for ever, also from the time before there were lanes
        jdbc.update("update act_ru_job set priority_ = ? where handler_type_ = 'history-cleanup'", JobLane.ENGINES_OWN);
    }

    /**
     * What the engine's own schema lacks: for our two regular scans, jobs of a lane that are due and tasks by due date; for the register
     * of cases, the most urgent tasks of a channel; for what is stuck, the newest; for each completion, the tasks below the one that is
     * completed, of which there are none. What it has and nobody asks by is written with every step all the same: the history of
     * activities by execution, and by a wide key beside those by instance and by definition.
     */
    private void arrangeIndexes() {
        Stream.of("lienket_job_due", "act_idx_hi_act_inst_comp", "act_idx_hi_act_inst_stats")
                .forEach(unused -> jdbc.execute("drop index if exists " + unused));
        jdbc.execute(
                "create index if not exists lienket_job_next on act_ru_job (duedate_, priority_) where retries_ > 0");
        jdbc.execute("create index if not exists lienket_task_due on act_ru_task (due_date_)");
        jdbc.execute("create index if not exists lienket_task_urgency on act_ru_task (tenant_id_, due_date_, id_)");
        jdbc.execute(
                "create index if not exists lienket_incident_newest on act_ru_incident (incident_timestamp_, id_)");
        jdbc.execute("create index if not exists lienket_task_parent on act_ru_task (parent_task_id_)"
                + " where parent_task_id_ is not null");
    }
}
