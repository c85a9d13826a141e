package vn.lienket.assignment.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienket.assignment.AbsenceService;
import vn.lienket.assignment.WorkKinds;
import vn.lienket.party.AbsenceState;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.party.RecordedAbsence;
import vn.lienket.problem.FieldProblems;
import vn.lienket.problem.Sentences;

/** The absences that the signed-in user may see, as people read them. */
@Component
class AbsenceViews {

    static final int MAX_SIZE = 200;

    private static final int MAX_PAGE = 1_000_000;

    private final AbsenceService absences;
    private final WorkKinds kinds;
    private final Parties parties;
    private final Clock clock;

    AbsenceViews(AbsenceService absences, WorkKinds kinds, Parties parties, Clock clock) {
        this.absences = absences;
        this.kinds = kinds;
        this.parties = parties;
        this.clock = clock;
    }

    AbsenceList list(int page, int size) {
        new FieldProblems()
                .check(page >= 0 && page <= MAX_PAGE, "page", Sentences.PAGE.formatted(MAX_PAGE))
                .check(size >= 1 && size <= MAX_SIZE, "size", Sentences.SIZE.formatted(MAX_SIZE))
                .throwIfAny();
        Map<String, String> names = kinds.all();
        List<AbsenceView> items = absences.list(page, size).stream()
                .map(found -> view(found, names))
                .toList();
        return new AbsenceList(items, page, size, absences.count());
    }

    AbsenceView of(RecordedAbsence recorded) {
        return view(recorded, kinds.all());
    }

    private AbsenceView view(RecordedAbsence recorded, Map<String, String> kindNames) {
        AbsenceState state = recorded.stateOn(LocalDate.now(clock));
        List<String> keys = recorded.absence().kinds().stream().sorted().toList();
        return new AbsenceView(
                recorded.id(),
                recorded.person(),
                parties.personName(recorded.person()),
                parties.person(recorded.person()).map(Person::organisation).orElse(null),
                recorded.absence().from(),
                recorded.absence().to(),
                recorded.absence().substitute(),
                parties.personName(recorded.absence().substitute()),
                keys,
                keys.stream().map(key -> kindNames.getOrDefault(key, key)).toList(),
                state.name().toLowerCase(Locale.ROOT),
                state.label(),
                recorded.registeredBy(),
                parties.personName(recorded.registeredBy()),
                recorded.registeredAt(),
                absences.mayEnd(recorded));
    }
}
