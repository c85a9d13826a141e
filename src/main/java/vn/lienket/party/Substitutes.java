package vn.lienket.party;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is at work today, and who takes the work of those who are not. */
@Component
public class Substitutes {

    private final Parties parties;
    private final Clock clock;

    Substitutes(Parties parties, Clock clock) {
        this.parties = parties;
        this.clock = clock;
    }

    /**
     * Whether a person does work of a process today.
     *
     * @param kind key of the process
     */
    public boolean isPresent(Person person, String kind) {
        return person.active() && awayToday(person, kind).isEmpty();
    }

    /**
     * Who stands in today for a person who is away from the work of a process; empty if nobody does, or he is away himself.
     *
     * @param kind key of the process
     */
    public Optional<Person> of(Person person, String kind) {
        return awayToday(person, kind)
                .map(Absence::substitute)
                .flatMap(parties::person)
                .filter(substitute -> isPresent(substitute, kind));
    }

    /**
     * As the other, if he may do the work of these groups.
     *
     * @param groups candidates of the task; none: whoever it is given to
     */
    public Optional<Person> of(Person person, String kind, Collection<String> groups) {
        return of(person, kind)
                .filter(substitute -> groups.isEmpty()
                        || groups.stream()
                                .flatMap(group -> parties.members(group).stream())
                                .anyMatch(member -> member.id().equals(substitute.id())));
    }

    private Optional<Absence> awayToday(Person person, String kind) {
        return person.absenceOn(LocalDate.now(clock), kind);
    }
}
