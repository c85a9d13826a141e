package vn.lienket.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienket.notification.DigestProperties;
import vn.lienket.notification.DueNotices;
import vn.lienket.notification.MailChoices;
import vn.lienket.notification.MailDelivery;
import vn.lienket.notification.Recipient;

/**
 * Tells people of tasks that have reached a stage of the ladder: of what is urgent at once, of all else as they have chosen, which is
 * usually one mail a working day, from the hour on that the office has set. Who has had his mail today hears of the rest next time.
 */
@Component
class Reminders {

    private final Addressees addressees;
    private final Digests digests;
    private final DailyMails dailyMails;
    private final DueNotices notices;
    private final MailChoices choices;
    private final DigestProperties properties;
    private final Clock clock;

    Reminders(
            Addressees addressees,
            Digests digests,
            DailyMails dailyMails,
            DueNotices notices,
            MailChoices choices,
            DigestProperties properties,
            Clock clock) {
        this.addressees = addressees;
        this.digests = digests;
        this.dailyMails = dailyMails;
        this.notices = notices;
        this.choices = choices;
        this.properties = properties;
        this.clock = clock;
    }

    /** Takes what was noted at this moment, and sends what has waited long enough. */
    void tell(List<ToldTask> noted, Instant at) {
        addressees.of(noted, true).forEach((recipient, tasks) -> notices.tell(recipient, ToldTask.due(tasks)));
        digests.lock();
        digests.pend(tellAsChosen(addressees.of(noted, false)), at);
        ZonedDateTime now = ZonedDateTime.now(clock);
        if (properties.isOpenAt(now.toLocalTime())) {
            dailyMails.send(now.toLocalDate());
        }
    }

    /** Tells those who want it at once; who wants it in his daily mail is left. */
    private Set<String> tellAsChosen(Map<Recipient, List<ToldTask>> noted) {
        MailChoices.Chosen chosen = choices.of(noted.keySet().stream()
                .map(Recipient::personId)
                .filter(Objects::nonNull)
                .toList());
        Set<String> waiting = new HashSet<>();
        noted.forEach((recipient, tasks) -> {
            Map<MailDelivery, List<ToldTask>> byDelivery = tasks.stream()
                    .collect(Collectors.groupingBy(told -> chosen.of(recipient.personId(), addressees.kind(told))));
            notices.tell(recipient, ToldTask.due(byDelivery.getOrDefault(MailDelivery.AT_ONCE, List.of())));
            if (byDelivery.containsKey(MailDelivery.DAILY)) {
                waiting.add(Addressees.key(recipient));
            }
        });
        return waiting;
    }
}
