package vn.lienket.report.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.cases.CaseFilter;
import vn.lienket.cases.CaseList;
import vn.lienket.cases.CaseRegister;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Parties;
import vn.lienket.party.User;
import vn.lienket.problem.ProblemException;
import vn.lienket.report.Report;
import vn.lienket.report.ReportRequest;
import vn.lienket.report.ReportService;
import vn.lienket.report.process.ReportProcess;

/** {@code /api/v1/reports}: members of a channel see its reports; who may start or end one, the case decides. */
@RestController
@RequestMapping("/api/v1/reports")
class ReportController {

    private static final int OFFERED_QUARTERS = 8;

    private final ReportProcess process;
    private final ReportService reports;
    private final CaseRegister register;
    private final ReportViews views;
    private final Parties parties;
    private final CurrentUser currentUser;

    ReportController(
            ReportProcess process,
            ReportService reports,
            CaseRegister register,
            ReportViews views,
            Parties parties,
            CurrentUser currentUser) {
        this.process = process;
        this.reports = reports;
        this.register = register;
        this.views = views;
        this.parties = parties;
        this.currentUser = currentUser;
    }

    @PostMapping
    ResponseEntity<ReportProcess.Started> start(@RequestBody ReportRequest request) {
        ReportProcess.Started started = process.start(request);
        return ResponseEntity.created(URI.create("/api/v1/reports/" + started.caseCode()))
                .body(started);
    }

    @GetMapping
    CaseList list(CaseFilter filter) {
        return register.list(ReportService.KIND, filter);
    }

    @GetMapping("/{caseCode}")
    ReportView show(@PathVariable String caseCode) {
        return views.of(require(caseCode));
    }

    /** What the start form offers: the user's channels, and the quarters that are over, the newest first, then the one that is not. */
    @GetMapping("/options")
    Options options() {
        User user = currentUser.require();
        return new Options(
                parties.channels().stream()
                        .filter(channel -> user.inChannel(channel.id()))
                        .map(channel -> new ChannelOption(channel.id(), channel.name()))
                        .toList(),
                reports.quarters(OFFERED_QUARTERS).stream()
                        .map(quarter -> new QuarterOption(quarter.label(), quarter.from(), quarter.to()))
                        .toList());
    }

    @PostMapping("/{caseCode}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String caseCode, @RequestBody Reason reason) {
        require(caseCode);
        process.withdraw(caseCode, reason.withdrawalReason());
    }

    record Reason(String withdrawalReason) {}

    record Options(List<ChannelOption> channels, List<QuarterOption> quarters) {}

    record ChannelOption(String id, String name) {}

    record QuarterOption(String name, LocalDate from, LocalDate to) {}

    private Report require(String caseCode) {
        User user = currentUser.require();
        return reports.find(caseCode)
                .filter(found -> user.inChannel(found.channel()))
                .orElseThrow(() -> ProblemException.notFound("Không có báo cáo %s.".formatted(caseCode)));
    }
}
