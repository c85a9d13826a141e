package vn.lienket.assignment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.audit.AuditAct;
import vn.lienket.audit.AuditEvent;
import vn.lienket.calendar.Limit;
import vn.lienket.calendar.Limits;
import vn.lienket.notification.Notice;
import vn.lienket.notification.Notifications;
import vn.lienket.notification.Recipient;
import vn.lienket.notification.Recipients;
import vn.lienket.page.Wording;
import vn.lienket.party.Absence;
import vn.lienket.party.AbsenceState;
import vn.lienket.party.Absences;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.party.RecordedAbsence;
import vn.lienket.party.Role;
import vn.lienket.party.User;
import vn.lienket.problem.Answers;
import vn.lienket.problem.FieldProblems;
import vn.lienket.problem.ProblemException;

/** Absences as people register and end them: a person his own, the leaders and managers of his organisation anybody's there. */
@Service
@Transactional
public class AbsenceService {

    private final Absences absences;
    private final WorkKinds kinds;
    private final Parties parties;
    private final Limits limits;
    private final Notifications notifications;
    private final Recipients recipients;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AbsenceService(
            Absences absences,
            WorkKinds kinds,
            Parties parties,
            Limits limits,
            Notifications notifications,
            Recipients recipients,
            CurrentUser currentUser,
            ApplicationEventPublisher events,
            Clock clock) {
        this.absences = absences;
        this.kinds = kinds;
        this.parties = parties;
        this.limits = limits;
        this.notifications = notifications;
        this.recipients = recipients;
        this.currentUser = currentUser;
        this.events = events;
        this.clock = clock;
    }

    /** Registers an absence; if it begins today, the open work of the person is handed over at once. */
    public RecordedAbsence register(AbsenceRequest request) {
        User user = currentUser.require();
        FieldProblems problems = new FieldProblems();
        Person person = problems.read(() -> person(request.person()));
        LocalDate from = problems.read(() -> Answers.date("from", request.from()));
        LocalDate to = problems.read(() -> Answers.date("to", request.to()));
        Set<String> only = problems.read(() -> kinds(request.kinds()));
        String substitute = problems.read(() -> Answers.optionalText("substitute", request.substitute()));
        long longest = limits.of(Limit.ABSENCE_DAYS);
        problems.check(
                        !isLonger(longest, from, to),
                        "to",
                        "Đến ngày: một kỳ vắng mặt dài nhất %d ngày.".formatted(longest))
                .throwIfAny();
        if (!mayManage(user, person)) {
            throw ProblemException.forbidden(
                    "Chỉ chính người vắng mặt, lãnh đạo hoặc người theo dõi của đơn vị người đó được đăng ký vắng mặt.");
        }
        RecordedAbsence registered = absences.register(person.id(), new Absence(from, to, substitute, only), user.id());
        tell(AuditAct.ABSENCE_REGISTERED, registered);
        mail(registered, user);
        if (registered.stateOn(today()) == AbsenceState.CURRENT) {
            events.publishEvent(new PersonAway(person.id()));
        }
        return registered;
    }

    /** One that the signed-in user may see; 404 otherwise. */
    @Transactional(readOnly = true)
    public RecordedAbsence require(UUID id) {
        User user = currentUser.require();
        return absences.find(id)
                .filter(absence -> maySee(user, absence))
                .orElseThrow(() -> ProblemException.notFound("Không có kỳ vắng mặt này."));
    }

    /** Ends an absence today, or calls off one that has not begun; what has been handed over stays with whom it went to. */
    public void end(UUID id) {
        RecordedAbsence found = require(id);
        User user = currentUser.require();
        if (!mayManage(user, parties.person(found.person()).orElseThrow())) {
            throw ProblemException.forbidden(
                    "Chỉ chính người vắng mặt, lãnh đạo hoặc người theo dõi của đơn vị người đó được kết thúc kỳ vắng mặt.");
        }
        tell(AuditAct.ABSENCE_ENDED, absences.end(id, user.id()));
    }

    /** Those that the signed-in user may see, the latest first. */
    @Transactional(readOnly = true)
    public List<RecordedAbsence> list(int page, int size) {
        User user = currentUser.require();
        return absences.visible(user.id(), managedBy(user).orElse(null), page, size);
    }

    /** How many he may see. */
    @Transactional(readOnly = true)
    public long count() {
        User user = currentUser.require();
        return absences.countVisible(user.id(), managedBy(user).orElse(null));
    }

    public boolean mayEnd(RecordedAbsence absence) {
        return !absence.isListed()
                && List.of(AbsenceState.PLANNED, AbsenceState.CURRENT).contains(absence.stateOn(today()))
                && parties.person(absence.person())
                        .filter(person -> mayManage(currentUser.require(), person))
                        .isPresent();
    }

    /** The people at work for whom the signed-in user may register an absence, ordered by name. */
    public List<Person> managed() {
        User user = currentUser.require();
        return colleagues().stream().filter(person -> mayManage(user, person)).toList();
    }

    /** The people at work in the organisation of the signed-in user, ordered by id. */
    public List<Person> colleagues() {
        String organisation = currentUser.require().organisation();
        return parties.people().stream()
                .filter(person -> person.active() && person.organisation().equals(organisation))
                .toList();
    }

    private Person person(String id) {
        return parties.person(Answers.requiredText("person", "Người vắng mặt", id))
                .filter(Person::active)
                .orElseThrow(() -> ProblemException.invalid(
                        "person",
                        "Người vắng mặt: không có người nào có tên đăng nhập “%s” trong danh bạ."
                                .formatted(Answers.stripped(id))));
    }

    /** Not for one that is refused because it begins in the past. */
    private boolean isLonger(long days, LocalDate from, LocalDate to) {
        return from != null && to != null && !from.isBefore(today()) && ChronoUnit.DAYS.between(from, to) >= days;
    }

    private Set<String> kinds(List<String> keys) {
        Set<String> given = new HashSet<>(Objects.requireNonNullElse(keys, List.of()));
        if (!given.isEmpty() && !kinds.all().keySet().containsAll(given)) {
            throw ProblemException.invalid("kinds", "Loại việc: chỉ chọn trong các quy trình có việc cho người.");
        }
        return given;
    }

    private boolean maySee(User user, RecordedAbsence absence) {
        return user.id().equals(absence.absence().substitute())
                || mayManage(user, parties.person(absence.person()).orElseThrow());
    }

    private static boolean mayManage(User user, Person person) {
        return user.id().equals(person.id())
                || managedBy(user).filter(person.organisation()::equals).isPresent();
    }

    private static Optional<String> managedBy(User user) {
        return Optional.ofNullable(user.organisation())
                .filter(organisation -> user.has(organisation, Role.LEADER) || user.has(organisation, Role.MANAGER));
    }

    private void tell(AuditAct act, RecordedAbsence absence) {
        Absence days = absence.absence();
        events.publishEvent(AuditEvent.done(act)
                .onBehalfOf(absence.person())
                .saying("%s – %s, substitute %s, kinds %s"
                        .formatted(
                                Wording.VIETNAMESE.day(days.from()),
                                Wording.VIETNAMESE.day(days.to()),
                                days.substitute(),
                                days.kinds())));
    }

    /** The absent person, unless he has done it himself, and who stands in for him. */
    private void mail(RecordedAbsence registered, User by) {
        Absence days = registered.absence();
        List<Recipient> told = Stream.of(registered.person(), Objects.toString(days.substitute(), ""))
                .filter(id -> !id.equals(by.id()))
                .flatMap(id -> recipients.person(id).stream())
                .toList();
        if (told.isEmpty()) {
            return;
        }
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Người vắng mặt", parties.personName(registered.person()));
        rows.put("Từ ngày", Wording.VIETNAMESE.day(days.from()));
        rows.put("Đến ngày", Wording.VIETNAMESE.day(days.to()));
        rows.put("Người làm thay", days.substitute() == null ? "không có" : parties.personName(days.substitute()));
        rows.put("Người đăng ký", parties.personName(by.id()));
        notifications.send(Notice.caseOutcome(
                "absence:" + registered.id(),
                null,
                told,
                "Kỳ vắng mặt đã đăng ký",
                "Trong những ngày này việc mới của người vắng mặt chuyển cho người làm thay, nếu có.",
                rows,
                null));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
