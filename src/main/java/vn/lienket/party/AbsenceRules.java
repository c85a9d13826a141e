package vn.lienket.party;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.lienket.page.Wording;
import vn.lienket.problem.FieldProblems;
import vn.lienket.problem.ProblemException;

/**
 * What no absence may be: nobody is away from the same work twice, and no work goes to who is away from it himself.
 *
 * @param people all of the directory, by id
 */
record AbsenceRules(Map<String, Person> people, LocalDate today) {

    /** Refuses an absence by name: 400 for wrong fields, 409 for what stands against it. */
    void check(Person person, Absence absence) {
        checkFields(person, absence);
        checkOwn(person, absence);
        Optional<Person> substitute = substitute(absence);
        substitute.ifPresent(other -> checkCircle(person, other, absence));
        substitute.ifPresent(other -> checkPresent(other, absence));
        checkStandingIn(person, absence);
    }

    private void checkFields(Person person, Absence absence) {
        FieldProblems problems = new FieldProblems()
                .check(
                        person.active(),
                        "person",
                        "Người vắng mặt: %s không còn trong danh bạ.".formatted(person.name()))
                .check(
                        !absence.from().isBefore(today),
                        "from",
                        "Từ ngày: không đăng ký cho ngày đã qua (hôm nay là %s).".formatted(day(today)))
                .check(!absence.to().isBefore(absence.from()), "to", "Đến ngày: không được trước ngày bắt đầu.");
        if (absence.substitute() != null) {
            substituteProblem(person, absence.substitute())
                    .ifPresent(problem -> problems.check(false, "substitute", "Người làm thay: " + problem));
        }
        problems.throwIfAny();
    }

    private Optional<String> substituteProblem(Person person, String id) {
        Person other = people.get(id);
        if (other == null || !other.active()) {
            return Optional.of("không có người nào có tên đăng nhập “%s” trong danh bạ.".formatted(id));
        }
        if (other.id().equals(person.id())) {
            return Optional.of("không thể là chính người vắng mặt.");
        }
        if (!other.organisation().equals(person.organisation())) {
            return Optional.of("%s thuộc đơn vị khác.".formatted(other.name()));
        }
        if (Collections.disjoint(other.roles(), person.roles())) {
            return Optional.of("%s không có vai trò nào chung với %s.".formatted(other.name(), person.name()));
        }
        return Optional.empty();
    }

    private void checkOwn(Person person, Absence absence) {
        overlapping(person, absence).ifPresent(other -> {
            throw ProblemException.conflict("from", "%s đã đăng ký vắng mặt %s.".formatted(person.name(), days(other)));
        });
    }

    private void checkCircle(Person person, Person substitute, Absence absence) {
        List<Person> chain = new ArrayList<>(List.of(person));
        if (leadsTo(person, substitute, absence, chain)) {
            throw ProblemException.conflict(
                    "substitute",
                    "Không thể làm thay vòng tròn: %s."
                            .formatted(chain.stream().map(Person::name).collect(Collectors.joining(" → "))));
        }
    }

    /** Follows who stands in for whom on those days; the chain is what has been passed, with the goal at its end if it is reached. */
    private boolean leadsTo(Person goal, Person at, Absence during, List<Person> chain) {
        boolean known = chain.contains(at);
        chain.add(at);
        if (at.equals(goal) || !known && next(goal, at, during, chain)) {
            return true;
        }
        chain.remove(chain.size() - 1);
        return false;
    }

    private boolean next(Person goal, Person at, Absence during, List<Person> chain) {
        return at.absences().stream()
                .filter(during::overlaps)
                .flatMap(absence -> substitute(absence).stream())
                .anyMatch(person -> leadsTo(goal, person, during, chain));
    }

    private void checkPresent(Person substitute, Absence absence) {
        overlapping(substitute, absence).ifPresent(other -> {
            throw ProblemException.conflict(
                    "substitute", "Người làm thay %s cũng vắng mặt %s.".formatted(substitute.name(), days(other)));
        });
    }

    private void checkStandingIn(Person person, Absence absence) {
        for (Person other : people.values()) {
            other.absences().stream()
                    .filter(theirs -> person.id().equals(theirs.substitute()) && other.active())
                    .filter(absence::overlaps)
                    .findFirst()
                    .ifPresent(theirs -> {
                        throw ProblemException.conflict(
                                "from",
                                "%s đang nhận làm thay %s %s.".formatted(person.name(), other.name(), days(theirs)));
                    });
        }
    }

    private Optional<Person> substitute(Absence absence) {
        return Optional.ofNullable(absence.substitute()).map(people::get);
    }

    private static Optional<Absence> overlapping(Person person, Absence absence) {
        return person.absences().stream().filter(absence::overlaps).findFirst();
    }

    private static String days(Absence absence) {
        return "từ ngày %s đến ngày %s".formatted(day(absence.from()), day(absence.to()));
    }

    private static String day(LocalDate day) {
        return Wording.VIETNAMESE.day(day);
    }
}
