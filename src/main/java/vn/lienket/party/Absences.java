package vn.lienket.party;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.problem.ProblemException;

/** The absences that people register, beside those of the directory file; the caller sees to who may. */
@Service
@Transactional
public class Absences {

    private final AbsenceStore store;
    private final DirectoryStore directory;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Absences(AbsenceStore store, DirectoryStore directory, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Registers an absence. Whoever does so at the same time waits, on all nodes, and then sees it.
     *
     * @param person user id of somebody the directory has
     * @param by user id
     */
    public RecordedAbsence register(String person, Absence absence, String by) {
        directory.lock();
        // past the copy in memory, which this transaction may have seen before it waited
        Map<String, Person> people = Line.of(directory.successions())
                .people(directory.load().people())
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
        new AbsenceRules(people, today()).check(people.get(person), absence);
        RecordedAbsence registered =
                new RecordedAbsence(UUID.randomUUID(), person, absence, by, clock.instant(), null, null);
        store.save(registered);
        changed();
        return registered;
    }

    /** Ends an absence today, or calls off one that has not begun; the person has work again at once. */
    public RecordedAbsence end(UUID id, String by) {
        directory.lock();
        RecordedAbsence found = store.find(id).orElseThrow();
        if (found.isListed()) {
            throw ProblemException.conflict(
                    "Kỳ vắng mặt này khai trong danh bạ; hãy đề nghị người quản trị sửa danh bạ.");
        }
        if (List.of(AbsenceState.PAST, AbsenceState.CANCELLED).contains(found.stateOn(today()))) {
            throw ProblemException.conflict("Kỳ vắng mặt này đã kết thúc hoặc đã hủy.");
        }
        store.end(id, today(), by);
        changed();
        return found;
    }

    @Transactional(readOnly = true)
    public Optional<RecordedAbsence> find(UUID id) {
        return store.find(id);
    }

    /**
     * Those of a person, those in which he stands in, and those of an organisation, the latest first.
     *
     * @param organisation id, or null
     */
    @Transactional(readOnly = true)
    public List<RecordedAbsence> visible(String user, String organisation, int page, int size) {
        return store.page(user, organisation, page, size);
    }

    /** How many these are. */
    @Transactional(readOnly = true)
    public long countVisible(String user, String organisation) {
        return store.count(user, organisation);
    }

    private void changed() {
        directory.addVersion();
        events.publishEvent(new AbsencesChanged());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
