package vn.lienket.engine;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.party.ApplyDirectory;
import vn.lienket.party.DirectoryApplied;

/**
 * Brings the engine in line with the models and the directory before the first request is accepted. Every step is idempotent; the
 * directory is applied under a lock, so two nodes may start at once.
 */
@Component
class EngineStartup implements SmartInitializingSingleton {

    private final Models models;
    private final ApplyDirectory directory;
    private final Identities identities;
    private final TaskFilters filters;
    private final Grants grants;

    EngineStartup(Models models, ApplyDirectory directory, Identities identities, TaskFilters filters, Grants grants) {
        this.models = models;
        this.directory = directory;
        this.identities = identities;
        this.filters = filters;
        this.grants = grants;
    }

    @Override
    public void afterSingletonsInstantiated() {
        models.deploy();
        directory.apply();
    }

    @EventListener
    void on(DirectoryApplied applied) {
        identities.sync();
        grants.sync(filters.sync());
    }
}
