package vn.lienket.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.agreement.Agreement;
import vn.lienket.agreement.AgreementParty;
import vn.lienket.database.Moments;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Parties;
import vn.lienket.party.User;
import vn.lienket.problem.Answers;
import vn.lienket.problem.FieldProblems;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;
import vn.lienket.programme.ActivityChecks.Checked;

/** Opens the activities of a year in one step, each as its field's template proposes it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ProgrammeService {

    private static final String FIELDS = "fields";

    private final ActivityService activities;
    private final Activities stored;
    private final ActivityChecks checks;
    private final Parties directory;
    private final CurrentUser currentUser;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProgrammeService(
            ActivityService activities,
            Activities stored,
            ActivityChecks checks,
            Parties directory,
            CurrentUser currentUser,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.activities = activities;
        this.stored = stored;
        this.checks = checks;
        this.directory = directory;
        this.currentUser = currentUser;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** What is asked for a field, unchecked; only the field must be said, the rest is what the year and the agreement give. */
    private record Line(String field, String lead, String partner, LocalDate from, LocalDate to) {}

    /**
     * Registers an activity for each field; their processes begin afterwards, each by itself. A field that has an open activity of
     * that year is left out.
     *
     * @param rows each the code of a field, or {@code {cooperationField, leadOrganisation, partnerOrganisation, startDate, endDate}}
     *     of which all but the field may be missing; null for all fields of the agreement
     */
    public ProgrammeOpening open(String agreementCode, Object year, List<?> rows) {
        Agreement agreement = checks.agreement(agreementCode);
        requireMayOpen(agreement);
        int of = year(year);
        LocalDate first = later(LocalDate.of(of, 1, 1), agreement.effectiveFrom());
        LocalDate last = earlier(LocalDate.of(of, 12, 31), agreement.effectiveTo());
        if (last.isBefore(first)) {
            throw ProblemException.invalid(
                    "year", "Năm của chương trình: thỏa thuận không có hiệu lực trong năm %d.".formatted(of));
        }
        List<Line> lines = lines(agreement, rows == null ? agreement.cooperationFields() : rows, first, last);
        stored.lockProgramme(agreement.caseCode());
        List<String> taken =
                stored.fieldsWithOpenActivity(agreement.caseCode(), LocalDate.of(of, 1, 1), LocalDate.of(of, 12, 31));
        List<String> skipped =
                lines.stream().map(Line::field).filter(taken::contains).toList();
        UUID id = UUID.randomUUID();
        insert(id, agreement.caseCode(), of, skipped);
        lines.stream().filter(line -> !taken.contains(line.field())).forEach(line -> {
            Checked checked =
                    checks.fromTemplate(agreement, line.field(), line.lead(), line.partner(), line.from(), line.to());
            activities.open(checked, id);
        });
        return require(id);
    }

    /** Codes of the activities of a programme, whose processes are to begin. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<String> codes(UUID id) {
        return stored.linesOfOpening(id).stream().map(ActivityLine::caseCode).toList();
    }

    /** The programme is open: who asked for it and those who take part are told once, of all its activities. */
    public void tell(UUID id) {
        events.publishEvent(new ProgrammeOpened(require(id), stored.linesOfOpening(id)));
    }

    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public ProgrammeOpening require(UUID id) {
        List<ProgrammeOpening.Opened> opened = stored.linesOfOpening(id).stream()
                .map(line -> new ProgrammeOpening.Opened(line.caseCode(), line.cooperationField()))
                .toList();
        return jdbc.sql("""
                        select o.*, a.channel from lienket.programme_opening o
                        join lienket.agreement a on a.case_code = o.agreement where o.id = ?""")
                .param(id)
                .query((row, number) -> new ProgrammeOpening(
                        id,
                        row.getString("agreement"),
                        row.getString("channel"),
                        row.getInt("year"),
                        opened,
                        row.getString("skipped") == null
                                ? List.of()
                                : List.of(row.getString("skipped").split(",")),
                        row.getString("opened_by"),
                        Moments.in(row, "opened_at")))
                .single();
    }

    private void insert(UUID id, String agreement, int year, List<String> skipped) {
        jdbc.sql("""
                        insert into lienket.programme_opening (id, agreement, year, skipped, opened_by, opened_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        agreement,
                        year,
                        skipped.isEmpty() ? null : String.join(",", skipped),
                        currentUser.actor(),
                        Moments.of(clock.instant()))
                .update();
    }

    private List<Line> lines(Agreement agreement, List<?> rows, LocalDate first, LocalDate last) {
        List<String> parties = agreement.parties().stream()
                .map(AgreementParty::organisation)
                .map(directory::actingFor)
                .distinct()
                .toList();
        FieldProblems problems = new FieldProblems();
        Map<String, Line> lines = new LinkedHashMap<>();
        for (Object row : rows) {
            Line line = problems.read(() -> line(agreement, parties, row, first, last));
            if (line != null) {
                problems.check(
                        lines.put(line.field(), line) == null,
                        FIELDS,
                        "Lĩnh vực “%s”: được chọn hai lần.".formatted(line.field()));
            }
        }
        problems.check(!rows.isEmpty(), FIELDS, "Lĩnh vực: hãy chọn ít nhất một lĩnh vực.");
        problems.throwIfAny();
        return new ArrayList<>(lines.values());
    }

    private Line line(Agreement agreement, List<String> parties, Object row, LocalDate first, LocalDate last) {
        Map<?, ?> given = row instanceof Map<?, ?> map ? map : Map.of("cooperationField", String.valueOf(row));
        String field = Answers.stripped(text(given, "cooperationField"));
        if (!agreement.cooperationFields().contains(field)) {
            throw ProblemException.invalid(
                    FIELDS, "Lĩnh vực “%s”: không thuộc thỏa thuận %s.".formatted(field, agreement.caseCode()));
        }
        String where = "Lĩnh vực “%s”, ".formatted(field);
        String lead = Answers.blank(text(given, "leadOrganisation"))
                ? proposedLead(agreement, parties)
                : text(given, "leadOrganisation").strip();
        String partner = Answers.blank(text(given, "partnerOrganisation"))
                ? parties.stream()
                        .filter(party -> !party.equals(lead))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.invalid(FIELDS, Sentences.ONE_PARTY))
                : text(given, "partnerOrganisation").strip();
        if (!parties.contains(lead) || !parties.contains(partner) || lead.equals(partner)) {
            throw ProblemException.invalid(
                    FIELDS, where + "đơn vị chủ trì và phối hợp: phải là hai bên của thỏa thuận.");
        }
        LocalDate from = day(given, "startDate", where + "ngày bắt đầu", first);
        LocalDate to = day(given, "endDate", where + "ngày kết thúc", last);
        if (from.isBefore(first) || to.isAfter(last) || to.isBefore(from)) {
            throw ProblemException.invalid(
                    FIELDS,
                    where
                            + "thời gian: phải trong năm và trong thời hạn của thỏa thuận, kết thúc không trước bắt đầu.");
        }
        return new Line(field, lead, partner, from, to);
    }

    private static LocalDate day(Map<?, ?> given, String name, String label, LocalDate otherwise) {
        String text = text(given, name);
        return Answers.blank(text) ? otherwise : Answers.date(FIELDS, label, text);
    }

    private static String text(Map<?, ?> given, String name) {
        return Answers.text(FIELDS, "Mục " + name, given.get(name));
    }

    /** The organisation of who asks; of an administrator's request, that which led the agreement. */
    private String proposedLead(Agreement agreement, List<String> parties) {
        return currentUser
                .find()
                .map(User::organisation)
                .filter(parties::contains)
                .orElseGet(() -> directory.actingFor(agreement.leadOrganisation()));
    }

    private void requireMayOpen(Agreement agreement) {
        currentUser.find().ifPresent(user -> {
            user.requireChannel(agreement.channel());
            boolean party = agreement.parties().stream().anyMatch(candidate -> user.actsFor(candidate.organisation()));
            if (!user.administrator() && !party) {
                throw ProblemException.forbidden("Chỉ các bên của thỏa thuận được mở chương trình của nó.");
            }
        });
    }

    private static int year(Object given) {
        String year = Answers.stripped(Answers.text("year", "Năm của chương trình", given));
        if (!year.matches("2[01]\\d\\d")) {
            throw ProblemException.invalid("year", "Năm của chương trình: nhập năm từ 2000 đến 2199.");
        }
        return Integer.parseInt(year);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
