package vn.lienket.engine;

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
    private final EngineIndexes indexes;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;

    EngineStartup(
            Models models,
            ApplyDirectory directory,
            Identities identities,
            TaskFilters filters,
            Grants grants,
            EngineIndexes indexes,
            JdbcTemplate jdbc,
            ApplicationEventPublisher events) {
        this.models = models;
        this.directory = directory;
        this.identities = identities;
        this.filters = filters;
        this.grants = grants;
        this.indexes = indexes;
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
        indexes.arrange();
        // it lives for ever, also from the time before there were lanes
        jdbc.update("update act_ru_job set priority_ = ? where handler_type_ = 'history-cleanup'", JobLane.ENGINES_OWN);
    }
}
