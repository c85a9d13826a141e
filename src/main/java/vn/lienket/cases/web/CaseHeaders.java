package vn.lienket.cases.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienket.cases.Case;
import vn.lienket.cases.CaseFiles;
import vn.lienket.cases.Dossier;
import vn.lienket.cases.Dossiers;
import vn.lienket.cases.process.OpenTasks;

/** Puts together what is shown of every case; the caller has checked that the user may see it. */
@Component
public class CaseHeaders {

    private final Dossiers dossiers;
    private final OpenTasks openTasks;
    private final List<CaseFiles> files;

    CaseHeaders(Dossiers dossiers, OpenTasks openTasks, List<CaseFiles> files) {
        this.dossiers = dossiers;
        this.openTasks = openTasks;
        this.files = files;
    }

    public CaseHeader of(Case found) {
        Dossier dossier = dossiers.find(found.caseCode()).orElseThrow();
        return new CaseHeader(
                dossier.code(),
                dossier.status().number(),
                dossier.status().label(),
                dossier.channel(),
                dossier.leadOrganisation(),
                openTasks.of(dossier.code()),
                files.stream()
                        .flatMap(each -> each.files(dossier.code()).stream())
                        .toList(),
                dossier.title(),
                found.state(),
                found.state().label(),
                dossier.openedAt());
    }
}
