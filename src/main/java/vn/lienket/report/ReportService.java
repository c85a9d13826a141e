package vn.lienket.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.calendar.Deadlines;
import vn.lienket.cases.Dossiers;
import vn.lienket.document.Documents;
import vn.lienket.document.PaperNumbers;
import vn.lienket.document.PaperType;
import vn.lienket.figures.Figures;
import vn.lienket.figures.Quarter;
import vn.lienket.figures.QuarterFigures;
import vn.lienket.party.Channel;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Parties;
import vn.lienket.party.User;
import vn.lienket.problem.Answers;
import vn.lienket.problem.FieldProblems;
import vn.lienket.problem.ProblemException;

/**
 * The quarterly reports. Each method is one step and runs in the transaction of the engine's command; input comes unchecked from forms
 * and is refused with a {@link ProblemException} that names the field.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ReportService {

    /** The word for reports in the register of cases. */
    public static final String KIND = "report";

    static final String DRAFT = "draft";
    static final String SHEETS = "sheets";
    static final String FINAL = "report";

    private final Reports reports;
    private final Figures figures;
    private final ReportDocuments papers;
    private final Dossiers dossiers;
    private final Documents documents;
    private final PaperNumbers numbers;
    private final Parties parties;
    private final Deadlines deadlines;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportService(
            Reports reports,
            Figures figures,
            ReportDocuments papers,
            Dossiers dossiers,
            Documents documents,
            PaperNumbers numbers,
            Parties parties,
            Deadlines deadlines,
            CurrentUser currentUser,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reports = reports;
        this.figures = figures;
        this.papers = papers;
        this.dossiers = dossiers;
        this.documents = documents;
        this.numbers = numbers;
        this.parties = parties;
        this.deadlines = deadlines;
        this.currentUser = currentUser;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens the report of a quarter that is over, led by the organisation of the user who asks for it, else by the channel's first
     * party; 409 with the code of the one that is there already.
     */
    public Report open(ReportRequest request) {
        Channel channel = channel(request.channel());
        Optional<User> user = currentUser.find();
        user.ifPresent(asking -> requireMayOpen(asking, channel));
        Quarter quarter = quarter(request.from(), request.to());
        String lead = user.map(User::organisation)
                .filter(channel.parties()::contains)
                .orElse(channel.parties().get(0));
        reports.lockQuarter(channel.id(), quarter.from());
        reports.findStanding(channel.id(), quarter.from()).ifPresent(code -> {
            throw ProblemException.conflict(
                    "Kênh %s đã có báo cáo sơ kết %s: hồ sơ %s.".formatted(channel.name(), quarter.label(), code));
        });
        String title = "Báo cáo sơ kết %s, %s".formatted(quarter.label(), channel.name());
        String code = dossiers.open(KIND, title, channel.id(), lead);
        return reports.save(Report.open(code, title, channel.id(), lead, quarter));
    }

    /** The channels whose report on the last quarter is due and not there, so that today it opens by itself. */
    @Transactional(readOnly = true)
    public List<String> due() {
        return parties.channels().stream()
                .map(Channel::id)
                .filter(channel -> isDue(channel, lastQuarter()))
                .toList();
    }

    /**
     * The request of a report that is due, while which nobody else opens it; empty if somebody has by now. One that was withdrawn
     * does not open by itself again.
     */
    public Optional<ReportRequest> claimDue(String channel) {
        Quarter quarter = lastQuarter();
        reports.lockQuarter(channel, quarter.from());
        return isDue(channel, quarter)
                ? Optional.of(new ReportRequest(
                        channel, quarter.from().toString(), quarter.to().toString()))
                : Optional.empty();
    }

    private boolean isDue(String channel, Quarter quarter) {
        String lead = parties.channel(channel).orElseThrow().parties().get(0);
        LocalDate firstWorkingDay =
                deadlines.deadline(lead, quarter.to().plusDays(1), 0).date();
        LocalDate today = today();
        return !today.isBefore(firstWorkingDay)
                && deadlines.deadline(lead, today, 0).date().equals(today)
                && !reports.isThere(channel, quarter.from());
    }

    /** Assembles the figures of the quarter as the next version, with its PDF and its XLSX. */
    public Report assemble(String caseCode) {
        Report found = reports.require(caseCode);
        QuarterFigures counted = figures.of(found.channel(), found.quarter());
        int version = found.nextVersion();
        UUID draft = store(
                found,
                DRAFT,
                papers.draft(found, counted, version),
                "bao-cao-so-ket-du-thao-%d.pdf".formatted(version));
        UUID sheets = store(found, SHEETS, papers.sheets(counted), "so-lieu-so-ket-%d.xlsx".formatted(version));
        found.assembled(papers.write(counted), draft, sheets, clock.instant());
        return reports.save(found);
    }

    /**
     * Takes the officer's word on the newest version.
     *
     * @return whether it goes on to the leader
     */
    public boolean review(String caseCode, boolean reassemble, String comment) {
        String text = Answers.optionalText("reportComment", comment);
        Report found = reports.require(caseCode);
        found.review(!reassemble, text, currentUser.actor(), clock.instant());
        reports.save(found);
        return !reassemble;
    }

    /** Takes the leader's word, {@code approve} or {@code changes}; a comment is needed for changes. */
    public boolean approve(String caseCode, String decision, String comment) {
        boolean approves = Answers.choice("reportDecision", decision, List.of("approve", "changes"))
                .equals("approve");
        String text = approves
                ? Answers.optionalText("reportComment", comment)
                : Answers.requiredText("reportComment", comment);
        Report found = reports.require(caseCode);
        found.approve(approves, text, currentUser.actor(), clock.instant());
        reports.save(found);
        if (!approves) {
            events.publishEvent(
                    new ReportEvent.ChangesAsked(found.about(), found.latest().version(), text));
        }
        return approves;
    }

    /** The number that the register of the organisation would give next, see {@link PaperNumbers#propose}. */
    public String proposedNumber(String caseCode) {
        Report found = reports.findByCaseCode(caseCode).orElseThrow();
        return numbers.propose(caseCode, found.leadOrganisation(), PaperType.REPORT);
    }

    /** Enters the report in the register, see {@link PaperNumbers#enter}. */
    public void register(String caseCode, String number, String date) {
        Report found = reports.require(caseCode);
        PaperNumbers.Entry entry = numbers.enter(caseCode, found.leadOrganisation(), PaperType.REPORT, number, date);
        found.register(entry.number(), entry.on(), currentUser.actor());
        reports.save(found);
    }

    /** Makes the report with its number and date out of the version that was approved, and sends it to every party. */
    public void send(String caseCode) {
        Report found = reports.require(caseCode);
        Assembly approved = found.latest();
        UUID pdf = store(found, FINAL, papers.report(found, papers.read(approved.figures())), "bao-cao-so-ket.pdf");
        found.sent(pdf, today());
        reports.save(found);
        events.publishEvent(new ReportEvent.Sent(found.about(), found.registration(), pdf, approved.sheets()));
    }

    /** Withdraws the report in any state before it is sent. */
    public void withdraw(String caseCode, String reason) {
        String text = Answers.requiredText("withdrawalReason", reason);
        Report found = reports.require(caseCode);
        found.withdraw(text, today());
        reports.save(found);
        events.publishEvent(new ReportEvent.Withdrawn(found.about(), text));
    }

    /** Reads a report without holding it; the caller sees to who may see it. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Optional<Report> find(String caseCode) {
        return reports.findByCaseCode(caseCode);
    }

    /** The figures of its newest version; empty before the first. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Optional<QuarterFigures> figures(Report report) {
        return report.assemblies().isEmpty()
                ? Optional.empty()
                : Optional.of(papers.read(report.latest().figures()));
    }

    /** The last quarters that are over, the newest first, and then the one that is not over yet. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Quarter> quarters(int howMany) {
        return Stream.concat(
                        Stream.iterate(lastQuarter(), Quarter::previous).limit(howMany - 1),
                        Stream.of(Quarter.of(today())))
                .toList();
    }

    private UUID store(Report found, String kind, byte[] content, String name) {
        UUID id = documents.store(content, name, found.channel()).id();
        documents.attach(found.caseCode(), found.channel(), kind, id);
        return id;
    }

    private Channel channel(String id) {
        return Optional.ofNullable(id)
                .flatMap(parties::channel)
                .orElseThrow(() -> ProblemException.invalid("channel", "Kênh hợp tác: không có trong danh bạ."));
    }

    private Quarter quarter(String from, String to) {
        FieldProblems problems = new FieldProblems();
        LocalDate first = problems.read(() -> Answers.date("from", from));
        LocalDate last = problems.read(() -> Answers.date("to", to));
        problems.throwIfAny();
        if (!Quarter.isQuarter(first, last)) {
            throw ProblemException.invalid(
                    "to", "Đến ngày: từ ngày và đến ngày phải là ngày đầu và ngày cuối của cùng một quý.");
        }
        if (first.isAfter(today())) {
            throw ProblemException.invalid("from", "Từ ngày: quý được báo cáo phải đã bắt đầu.");
        }
        return new Quarter(first, last);
    }

    private static void requireMayOpen(User user, Channel channel) {
        user.requireChannel(channel.id());
        if (!user.administrator() && !channel.parties().contains(user.organisation())) {
            throw ProblemException.forbidden("Chỉ các bên của kênh được lập báo cáo sơ kết.");
        }
    }

    private Quarter lastQuarter() {
        return Quarter.lastBefore(today());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Deadlines.ZONE));
    }
}
