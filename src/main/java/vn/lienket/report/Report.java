package vn.lienket.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;
import vn.lienket.calendar.Deadlines;
import vn.lienket.cases.Case;
import vn.lienket.document.DocumentNumber;
import vn.lienket.figures.Quarter;
import vn.lienket.problem.ProblemException;
import vn.lienket.report.ReportOpinion.Stage;

/**
 * The report of a channel on a quarter, with every version and what was said of it. Guards its transitions: what is not due in its
 * state is refused with a {@link ProblemException} and changes nothing.
 */
@Table(schema = "lienket", value = "report")
public class Report implements Case {

    @Id
    private final String caseCode;

    @Version
    private Integer revision;

    private ReportState state;
    private final String title;
    private final String channel;
    private final String leadOrganisation;
    private final LocalDate fromDay;
    private final LocalDate toDay;

    @Embedded.Nullable(prefix = "registered_")
    private ReportRegistration registration;

    private UUID document;
    private String endReason;
    private LocalDate closedOn;

    @MappedCollection(idColumn = "report", keyColumn = "position")
    private final List<Assembly> assemblies;

    @MappedCollection(idColumn = "report", keyColumn = "position")
    private final List<ReportOpinion> opinions;

    @PersistenceCreator
    Report(
            String caseCode,
            Integer revision,
            ReportState state,
            String title,
            String channel,
            String leadOrganisation,
            LocalDate fromDay,
            LocalDate toDay,
            ReportRegistration registration,
            UUID document,
            String endReason,
            LocalDate closedOn,
            List<Assembly> assemblies,
            List<ReportOpinion> opinions) {
        this.caseCode = caseCode;
        this.revision = revision;
        this.state = state;
        this.title = title;
        this.channel = channel;
        this.leadOrganisation = leadOrganisation;
        this.fromDay = fromDay;
        this.toDay = toDay;
        this.registration = registration;
        this.document = document;
        this.endReason = endReason;
        this.closedOn = closedOn;
        this.assemblies = new ArrayList<>(assemblies);
        this.opinions = new ArrayList<>(opinions);
    }

    static Report open(String caseCode, String title, String channel, String leadOrganisation, Quarter quarter) {
        return new Report(
                caseCode,
                null,
                ReportState.ASSEMBLING,
                title,
                channel,
                leadOrganisation,
                quarter.from(),
                quarter.to(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    /** The version that would be assembled next. */
    int nextVersion() {
        return assemblies.size() + 1;
    }

    /** Takes a version, which is then reviewed. */
    void assembled(String figures, UUID draft, UUID sheets, Instant at) {
        requireState(ReportState.ASSEMBLING);
        assemblies.add(new Assembly(nextVersion(), figures, draft, sheets, at));
        state = ReportState.REVIEWING;
    }

    /** Takes the officer's word: it goes to the leader, or is assembled again. */
    void review(boolean goesOn, String comment, String by, Instant at) {
        requireState(ReportState.REVIEWING);
        opinions.add(new ReportOpinion(Stage.REVIEW, latest().version(), goesOn, comment, by, at));
        state = goesOn ? ReportState.APPROVING : ReportState.ASSEMBLING;
    }

    /** Takes the leader's word: it is registered, or assembled and reviewed again. */
    void approve(boolean approves, String comment, String by, Instant at) {
        requireState(ReportState.APPROVING);
        opinions.add(new ReportOpinion(Stage.APPROVAL, latest().version(), approves, comment, by, at));
        state = approves ? ReportState.REGISTERING : ReportState.ASSEMBLING;
    }

    void register(DocumentNumber number, LocalDate on, String clerk) {
        requireState(ReportState.REGISTERING);
        LocalDate assembled = LocalDate.ofInstant(latest().assembledAt(), Deadlines.ZONE);
        if (assembled.isAfter(toDay) && !on.isAfter(toDay)) {
            throw ProblemException.invalid("documentDate", "Ngày văn bản: phải sau ngày cuối của quý được báo cáo.");
        }
        if (!assembled.isAfter(toDay) && on.isBefore(assembled)) {
            throw ProblemException.invalid("documentDate", "Ngày văn bản: không được trước ngày tổng hợp số liệu.");
        }
        registration = new ReportRegistration(on.getYear(), number.sequence(), number.toString(), on, clerk);
        state = ReportState.SENDING;
    }

    /** @param pdf with its number and date */
    void sent(UUID pdf, LocalDate on) {
        requireState(ReportState.SENDING);
        document = pdf;
        end(ReportState.SENT, null, on);
    }

    void withdraw(String reason, LocalDate on) {
        requireWithdrawable();
        end(ReportState.WITHDRAWN, reason, on);
    }

    private void end(ReportState how, String reason, LocalDate on) {
        state = how;
        endReason = reason;
        closedOn = on;
    }

    /** The newest version; IllegalStateException if none was assembled yet. */
    public Assembly latest() {
        if (assemblies.isEmpty()) {
            throw new IllegalStateException("Nothing assembled for " + caseCode);
        }
        return assemblies.get(assemblies.size() - 1);
    }

    /** What events tell of it. */
    ReportEvent.About about() {
        return new ReportEvent.About(caseCode, channel, leadOrganisation, quarter());
    }

    @Override
    public String caseCode() {
        return caseCode;
    }

    @Override
    public ReportState state() {
        return state;
    }

    public String title() {
        return title;
    }

    public String channel() {
        return channel;
    }

    public String leadOrganisation() {
        return leadOrganisation;
    }

    public Quarter quarter() {
        return new Quarter(fromDay, toDay);
    }

    /** The entry in the register, or null. */
    public ReportRegistration registration() {
        return registration;
    }

    /** Id of the PDF that was sent, or null. */
    public UUID document() {
        return document;
    }

    /** Oldest first. */
    public List<Assembly> assemblies() {
        return List.copyOf(assemblies);
    }

    /** Oldest first. */
    public List<ReportOpinion> opinions() {
        return List.copyOf(opinions);
    }

    /** User id of the leader who approved the newest version, or null while nobody has. */
    public String approver() {
        return opinions.stream()
                .filter(opinion -> opinion.stage() == Stage.APPROVAL && opinion.positive())
                .map(ReportOpinion::author)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** Why it was withdrawn, or null. */
    public String endReason() {
        return endReason;
    }

    public LocalDate closedOn() {
        return closedOn;
    }
}
