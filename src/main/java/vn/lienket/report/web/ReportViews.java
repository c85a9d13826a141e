package vn.lienket.report.web;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienket.cases.web.CaseHeaders;
import vn.lienket.figures.QuarterFigures;
import vn.lienket.party.Channel;
import vn.lienket.party.Parties;
import vn.lienket.report.Report;
import vn.lienket.report.ReportOpinion;
import vn.lienket.report.ReportRegistration;
import vn.lienket.report.ReportService;

/** Puts together what {@link ReportView} shows of a report. */
@Component
class ReportViews {

    private final ReportService reports;
    private final CaseHeaders headers;
    private final Parties parties;

    ReportViews(ReportService reports, CaseHeaders headers, Parties parties) {
        this.reports = reports;
        this.headers = headers;
        this.parties = parties;
    }

    ReportView of(Report found) {
        Optional<ReportRegistration> registration = Optional.ofNullable(found.registration());
        QuarterFigures figures = reports.figures(found).orElse(null);
        return new ReportView(
                headers.of(found),
                parties.channel(found.channel()).map(Channel::name).orElse(found.channel()),
                parties.organisationName(found.leadOrganisation()),
                found.quarter().label(),
                found.quarter().from(),
                found.quarter().to(),
                found.assemblies().size(),
                found.assemblies().stream()
                        .map(version -> new ReportView.VersionView(
                                version.version(), version.draft(), version.sheets(), version.assembledAt()))
                        .toList(),
                found.opinions().stream().map(this::opinion).toList(),
                registration.map(ReportRegistration::number).orElse(null),
                registration.map(ReportRegistration::on).orElse(null),
                parties.personName(registration.map(ReportRegistration::clerk).orElse(null)),
                found.document(),
                figures,
                figures == null ? null : figures.allCases(),
                found.endReason(),
                found.closedOn());
    }

    private ReportView.OpinionView opinion(ReportOpinion opinion) {
        return new ReportView.OpinionView(
                opinion.stage().name().toLowerCase(Locale.ROOT),
                switch (opinion.stage()) {
                    case REVIEW -> "Soát xét";
                    case APPROVAL -> "Phê duyệt";
                },
                opinion.version(),
                opinion.positive(),
                opinion.comment(),
                opinion.author(),
                parties.personName(opinion.author()),
                opinion.givenAt());
    }
}
