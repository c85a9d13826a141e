package vn.lienket.access.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.audit.AuditAct;
import vn.lienket.audit.AuditEvent;
import vn.lienket.engine.Passwords;
import vn.lienket.engine.PersonJoined;
import vn.lienket.notification.Notice;
import vn.lienket.notification.Notifications;
import vn.lienket.notification.Recipient;
import vn.lienket.page.LinkToken;
import vn.lienket.page.PageProperties;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.password.PasswordPolicy;
import vn.lienket.problem.FieldProblems;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/** Mails people of the directory the links with which they set their password, and redeems each link once. */
@Service
class PasswordLinks {

    static final int LINKS_PER_HOUR = 3;

    private static final Duration VALIDITY = Duration.ofDays(7);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");

    private final Tokens tokens;
    private final Parties parties;
    private final Passwords passwords;
    private final Notifications notifications;
    private final PageProperties pages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PasswordLinks(
            Tokens tokens,
            Parties parties,
            Passwords passwords,
            Notifications notifications,
            PageProperties pages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tokens = tokens;
        this.parties = parties;
        this.passwords = passwords;
        this.notifications = notifications;
        this.pages = pages;
        this.events = events;
        this.clock = clock;
    }

    /** In the transaction that applies the directory. */
    @EventListener
    void invite(PersonJoined joined) {
        activePerson(joined.personId()).ifPresent(person -> send(person, Occasion.INVITATION));
    }

    /** Nothing happens if there is no such active person, or if he has had his links of this hour. */
    @Transactional
    void renew(String userId) {
        activePerson(userId).ifPresent(person -> {
            tokens.lock(person.id());
            Instant hourAgo = clock.instant().minus(Duration.ofHours(1));
            if (tokens.addedSince(person.id(), hourAgo) < LINKS_PER_HOUR) {
                send(person, Occasion.FORGOTTEN);
            }
        });
    }

    /** Who may set his password with it; empty if nobody may (any more). */
    Optional<Person> owner(LinkToken token) {
        return tokens.person(token, clock.instant()).flatMap(this::activePerson);
    }

    /** Sets the password of the link's owner and ends all his links; 404 if it has no owner, 400 if the password will not do. */
    @Transactional
    void redeem(LinkToken token, String password, String repeated) {
        tokens.person(token, clock.instant()).ifPresent(tokens::lock);
        // asked again: another request may have redeemed it while this one waited
        Person owner = owner(token).orElseThrow(() -> ProblemException.notFound(Sentences.LINK_USED));
        FieldProblems problems = new FieldProblems();
        PasswordPolicy.problems(password, owner.id(), owner.name())
                .forEach(problem -> problems.check(false, "password", problem));
        problems.check(password.equals(repeated), "repeated", "Mật khẩu nhập lại không giống mật khẩu mới.")
                .throwIfAny();
        tokens.end(owner.id(), clock.instant());
        passwords.set(owner.id(), password);
        events.publishEvent(
                AuditEvent.done(AuditAct.PASSWORD_CHANGED).by(owner.id()).ofOrganisation(owner.organisation()));
    }

    private Optional<Person> activePerson(String id) {
        return parties.person(id).filter(Person::active);
    }

    private void send(Person person, Occasion occasion) {
        LinkToken token = LinkToken.random();
        Instant now = clock.instant();
        Instant expiresAt = now.plus(VALIDITY);
        tokens.add(token, person.id(), now, expiresAt);
        events.publishEvent(AuditEvent.done(AuditAct.PASSWORD_LINK_SENT)
                .onBehalfOf(person.id())
                .ofOrganisation(person.organisation())
                .saying(occasion.name()));
        notifications.send(new Notice(
                "password-link:" + HexFormat.of().formatHex(token.hash()),
                null,
                List.of(Recipient.of(person)),
                "LienKet: " + occasion.heading(),
                "password-link",
                Map.of(
                        "heading", occasion.heading(),
                        "sentence", occasion.sentence(),
                        "userId", person.id(),
                        "validUntil", TIME.format(expiresAt.atZone(clock.getZone())),
                        "link", pages.linkTo("/account/password", token)),
                true));
    }
}
