package vn.lienket.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.database.Moments;
import vn.lienket.party.DirectoryApplied;

/** Which mails people want, and when. */
@Repository
public class MailChoices {

    private final JdbcClient jdbc;
    private final Clock clock;

    MailChoices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What these people have chosen, read once. */
    public Chosen of(Collection<String> people) {
        Map<String, Map<MailKind, Choice>> chosen = new HashMap<>();
        if (!people.isEmpty()) {
            jdbc.sql("select * from lienket.mail_choice where person = any (?)")
                    .param(people.toArray(String[]::new))
                    .query(row -> {
                        chosen.computeIfAbsent(row.getString("person"), person -> new HashMap<>())
                                .put(
                                        MailKind.valueOf(row.getString("kind")),
                                        new Choice(
                                                MailDelivery.valueOf(row.getString("delivery")),
                                                Moments.in(row, "chosen_at")));
                    });
        }
        return new Chosen(chosen);
    }

    /** A person chooses; what he does not name stays as it is. */
    @Transactional
    public void choose(String person, Map<MailKind, MailDelivery> choices) {
        List<MailKind> kinds = choices.keySet().stream().sorted().toList();
        jdbc.sql("""
                        insert into lienket.mail_choice as c (person, kind, delivery, chosen_at)
                        select :person, kind, delivery, :now from unnest(:kinds, :deliveries) as n (kind, delivery)
                        on conflict (person, kind) do update set delivery = excluded.delivery, chosen_at = excluded.chosen_at
                        where c.delivery <> excluded.delivery""")
                .param("person", person)
                .param("now", Moments.of(clock.instant()))
                .param("kinds", kinds.stream().map(MailKind::name).toArray(String[]::new))
                .param(
                        "deliveries",
                        kinds.stream().map(kind -> choices.get(kind).name()).toArray(String[]::new))
                .update();
    }

    /** Nobody writes any more to who has left. */
    @EventListener
    void on(DirectoryApplied applied) {
        jdbc.sql("delete from lienket.mail_choice where person = any (?)")
                .param(applied.disabledPeople().toArray(String[]::new))
                .update();
    }

    private record Choice(MailDelivery delivery, Instant since) {}

    /** What some people have chosen; whoever has not, and who is not of the directory, is told as is usual. */
    public static final class Chosen {

        private final Map<String, Map<MailKind, Choice>> chosen;

        private Chosen(Map<String, Map<MailKind, Choice>> chosen) {
            this.chosen = chosen;
        }

        /** When the person is told of it; for null as is usual. */
        public MailDelivery of(String person, MailKind kind) {
            Choice choice = choice(person, kind);
            return choice == null ? kind.usual() : choice.delivery();
        }

        /** Whether what was noted then is in the person's daily mail: it waits for that even if he has chosen otherwise since. */
        public boolean isDaily(String person, MailKind kind, Instant noted) {
            Choice choice = choice(person, kind);
            return switch (of(person, kind)) {
                case DAILY -> true;
                case AT_ONCE -> choice != null && noted.isBefore(choice.since());
                case NONE -> false;
            };
        }

        private Choice choice(String person, MailKind kind) {
            return person == null ? null : chosen.getOrDefault(person, Map.of()).get(kind);
        }
    }
}
