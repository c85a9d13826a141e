package vn.lienket.paper.process;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.Dossier;
import vn.lienket.cases.Dossiers;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.engine.OnBehalf;
import vn.lienket.paper.PaperEvent;
import vn.lienket.paper.PaperSigning;

/** What the application asks of the engine about the signing of papers. */
@Component
class PaperProcess {

    private final RuntimeService runtimeService;
    private final Dossiers dossiers;
    private final OnBehalf onBehalf;

    PaperProcess(RuntimeService runtimeService, Dossiers dossiers, OnBehalf onBehalf) {
        this.runtimeService = runtimeService;
        this.dossiers = dossiers;
        this.onBehalf = onBehalf;
    }

    @EventListener
    void begin(PaperEvent.Submitted event) {
        PaperSigning signing = event.signing();
        onBehalf.doAsTheProduct(() -> {
            Dossier dossier = dossiers.find(signing.caseCode()).orElseThrow();
            runtimeService
                    .createProcessInstanceByKey(PaperModel.PROCESS)
                    .businessKey(signing.caseCode())
                    .setVariable(CaseVariables.CASE_CODE, signing.caseCode())
                    .setVariable(CaseVariables.CASE_TITLE, "%s: %s".formatted(signing.words(), dossier.title()))
                    .setVariable(CaseVariables.CHANNEL, signing.channel())
                    .setVariable(CaseVariables.LEAD_ORGANISATION, dossier.leadOrganisation())
                    .setVariable(PaperModel.SIGNING_ID, signing.id().toString())
                    .setVariable(PaperModel.SIGNING_STATE, signing.state().name())
                    .execute();
        });
    }

    @EventListener
    void stop(PaperEvent.Stopped event) {
        onBehalf.doAsTheProduct(() -> runtimeService
                .createMessageCorrelation(PaperModel.MESSAGE_STOPPED)
                .processInstanceBusinessKey(event.signing().caseCode())
                .processInstanceVariableEquals(
                        PaperModel.SIGNING_ID, event.signing().id().toString())
                .correlateAll());
    }
}
