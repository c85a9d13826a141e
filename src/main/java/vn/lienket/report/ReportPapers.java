package vn.lienket.report;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.paper.Paper;
import vn.lienket.paper.PaperSource;

/** A report that was sent is signed for the organisation that leads. */
@Component
class ReportPapers implements PaperSource {

    private final Reports reports;

    ReportPapers(Reports reports) {
        this.reports = reports;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Paper> papers(String caseCode) {
        return reports.findByCaseCode(caseCode).filter(found -> found.document() != null).stream()
                .map(found -> new Paper(
                        ReportService.FINAL,
                        "cooperation-report",
                        "Báo cáo sơ kết",
                        found.registration().number(),
                        found.registration().on(),
                        found.document(),
                        List.of(found.leadOrganisation())))
                .toList();
    }
}
