package vn.lienket.report.process;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienket.report.ReportService;

/** What the models ask about reports in their expressions. */
@Component
public class ReportFacts {

    private final ReportService reports;

    ReportFacts(ReportService reports) {
        this.reports = reports;
    }

    /** The channels whose report opens today. */
    public List<String> due() {
        return reports.due();
    }

    public String proposedNumber(String caseCode) {
        return reports.proposedNumber(caseCode);
    }
}
