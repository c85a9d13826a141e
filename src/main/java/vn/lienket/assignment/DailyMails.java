package vn.lienket.assignment;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienket.calendar.Deadlines;
import vn.lienket.notification.DueNotices;
import vn.lienket.notification.MailChoices;
import vn.lienket.notification.MailDelivery;
import vn.lienket.notification.MailKind;
import vn.lienket.notification.Overview;
import vn.lienket.notification.Recipient;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;

/**
 * One mail a person a working day, by the calendar of his organisation: what has come due, what he wants to hear of in this mail only,
 * and when the week begins how his work stands. Who is away is written to when he is back.
 */
@Component
class DailyMails {

    private final OpenWork openWork;
    private final Addressees addressees;
    private final Digests digests;
    private final WeekOverviews overviews;
    private final DueNotices notices;
    private final MailChoices choices;
    private final Deadlines deadlines;
    private final Parties parties;
    private final Clock clock;

    DailyMails(
            OpenWork openWork,
            Addressees addressees,
            Digests digests,
            WeekOverviews overviews,
            DueNotices notices,
            MailChoices choices,
            Deadlines deadlines,
            Parties parties,
            Clock clock) {
        this.openWork = openWork;
        this.addressees = addressees;
        this.digests = digests;
        this.overviews = overviews;
        this.notices = notices;
        this.choices = choices;
        this.deadlines = deadlines;
        this.parties = parties;
        this.clock = clock;
    }

    /** Writes to everybody for whom something waits and who has had no mail today. */
    void send(LocalDate today) {
        Workdays workdays = new Workdays(today);
        digests.pend(notices.awaited(), clock.instant());
        Map<String, Instant> waiting = digests.waiting(today);
        waiting.keySet().removeIf(key -> !isAtWork(key, workdays));
        Map<String, Overview> beginning = overviews(workdays);
        Map<String, List<ToldTask>> news = news(waiting);
        Set<String> readers = new TreeSet<>(waiting.keySet());
        readers.addAll(beginning.keySet());
        List<String> sent = new ArrayList<>();
        for (String reader : readers) {
            boolean told = recipient(reader)
                    .map(recipient -> notices.tellDaily(
                            recipient, ToldTask.due(news.getOrDefault(reader, List.of())), beginning.get(reader)))
                    .orElse(false);
            if (told) {
                sent.add(reader);
            }
        }
        digests.sent(sent, today);
        digests.settle(waiting.keySet());
    }

    /** What has come due for each since he waits, but for what he does not want in this mail. */
    private Map<String, List<ToldTask>> news(Map<String, Instant> waiting) {
        Map<String, List<ToldTask>> news = new HashMap<>();
        if (!waiting.isEmpty()) {
            MailChoices.Chosen chosen = choices.of(waiting.keySet());
            addressees
                    .of(openWork.notedSince(Collections.min(waiting.values())), false)
                    .forEach((recipient, tasks) -> {
                        Instant since = waiting.get(Addressees.key(recipient));
                        if (since != null) {
                            news.put(
                                    Addressees.key(recipient),
                                    tasks.stream()
                                            .filter(told -> !told.at().isBefore(since))
                                            .filter(told -> chosen.isDaily(
                                                    recipient.personId(), addressees.kind(told), told.at()))
                                            .toList());
                        }
                    });
        }
        return news;
    }

    /** Of those whose week begins, and of those who have missed that; each once a week. */
    private Map<String, Overview> overviews(Workdays workdays) {
        List<Person> atWork =
                parties.people().stream().filter(workdays::isAtWork).toList();
        Set<String> beginning =
                atWork.stream().filter(workdays::isFirst).map(Person::id).collect(Collectors.toSet());
        Set<String> awaiting = digests.awaitOverview(
                atWork.stream().map(Person::id).toList(), beginning, workdays.week, workdays.today);
        if (awaiting.isEmpty()) {
            return Map.of();
        }
        MailChoices.Chosen chosen = choices.of(awaiting);
        digests.overviewed(awaiting, workdays.week);
        return overviews.of(
                atWork.stream()
                        .filter(person -> awaiting.contains(person.id()))
                        .filter(person -> chosen.of(person.id(), MailKind.OVERVIEW) == MailDelivery.DAILY)
                        .toList(),
                workdays.week);
    }

    /** Who has left, or is not of the directory any more, is not waited for. */
    private boolean isAtWork(String key, Workdays workdays) {
        Optional<Person> person = parties.person(key).filter(Person::active);
        return person.isPresent()
                ? workdays.isAtWork(person.get())
                : organisation(key)
                        .map(organisation -> workdays.isWorked(organisation.id()))
                        .orElse(true);
    }

    private Optional<Recipient> recipient(String key) {
        return parties.person(key)
                .filter(Person::active)
                .map(Recipient::of)
                .or(() -> organisation(key).map(Recipient::of));
    }

    private Optional<Organisation> organisation(String email) {
        return parties.organisations().stream()
                .filter(organisation -> Recipient.of(organisation).email().equals(email))
                .findFirst();
    }

    /** Who works today, looked up once for each organisation. */
    private final class Workdays {

        private final LocalDate today;
        private final LocalDate week;
        private final Map<String, LocalDate> next = new HashMap<>();
        private final Map<String, LocalDate> first = new HashMap<>();

        Workdays(LocalDate today) {
            this.today = today;
            this.week = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }

        boolean isAtWork(Person person) {
            return person.active() && isWorked(person.organisation()) && !person.isAwayOn(today);
        }

        boolean isWorked(String organisation) {
            return workdayFrom(today, organisation, next).equals(today);
        }

        boolean isFirst(Person person) {
            return workdayFrom(week, person.organisation(), first).equals(today);
        }

        private LocalDate workdayFrom(LocalDate day, String organisation, Map<String, LocalDate> known) {
            return known.computeIfAbsent(
                    organisation, id -> deadlines.deadline(id, day, 0).date());
        }
    }
}
