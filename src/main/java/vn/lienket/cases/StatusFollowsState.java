package vn.lienket.cases;

import org.springframework.data.relational.core.mapping.event.AfterSaveCallback;
import org.springframework.stereotype.Component;

/** The only place that moves a dossier: to the status of its case's state, whenever the case is saved. */
@Component
public class StatusFollowsState implements AfterSaveCallback<Case> {

    private final Dossiers dossiers;

    StatusFollowsState(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    /** @return the case, for a repository that saves it by a statement of its own */
    @Override
    public Case onAfterSave(Case saved) {
        CaseState state = saved.state();
        dossiers.changeStatus(saved.caseCode(), state.status(), state.isClosed());
        return saved;
    }
}
