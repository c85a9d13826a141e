package vn.lienket.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienket.document.PdfTemplates;
import vn.lienket.download.SheetFile;
import vn.lienket.figures.QuarterFigures;
import vn.lienket.party.Channel;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;

/** The papers of a report: its PDF, its XLSX, and its figures as they are kept. */
@Component
class ReportDocuments {

    private final PdfTemplates templates;
    private final Parties parties;
    private final ObjectMapper json;

    ReportDocuments(PdfTemplates templates, Parties parties, ObjectMapper json) {
        this.templates = templates;
        this.parties = parties;
        this.json = json;
    }

    /** Without number and date. */
    byte[] draft(Report report, QuarterFigures figures, int version) {
        return render(report, figures, version, null);
    }

    /** As it is registered. */
    byte[] report(Report report, QuarterFigures figures) {
        return render(report, figures, report.latest().version(), report.registration());
    }

    byte[] sheets(QuarterFigures figures) {
        return SheetFile.write(ReportTables.of(figures));
    }

    String write(QuarterFigures figures) {
        try {
            return json.writeValueAsString(figures);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    QuarterFigures read(String figures) {
        try {
            return json.readValue(figures, QuarterFigures.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] render(Report report, QuarterFigures figures, int version, ReportRegistration registration) {
        Channel channel = parties.channel(report.channel()).orElseThrow();
        List<String> names = channel.parties().stream()
                .map(party ->
                        parties.organisation(party).map(Organisation::shortName).orElse(party))
                .toList();
        ReportDocument document = new ReportDocument(
                report.caseCode(),
                parties.acting(report.leadOrganisation()).orElseThrow(),
                channel.name(),
                names,
                report.quarter(),
                figures.countedTo(),
                version,
                registration == null ? null : registration.number(),
                registration == null ? null : registration.on(),
                registration == null ? null : parties.personName(report.approver()),
                ReportTables.of(figures));
        return templates.render("report/report", Map.of("report", document));
    }
}
