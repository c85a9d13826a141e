package vn.lienket.consulting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.calendar.Terms;
import vn.lienket.cases.Supplements;
import vn.lienket.database.Moments;
import vn.lienket.page.LinkToken;
import vn.lienket.page.PageProperties;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/**
 * The links by which enterprises answer without an account: one for each request to supplement and each version of a roadmap. A link
 * is open while the case awaits just that answer, but no longer than its term. The link to the page of a case, see {@link PageLinks},
 * answers as well, whatever the case awaits.
 */
@Repository
public class AnswerLinks {

    /** The page that a link opens. */
    public static final String PAGE = "/consulting/answers";

    private final ConsultingCases cases;
    private final PageLinks pageLinks;
    private final Supplements supplements;
    private final PageProperties pages;
    private final Terms terms;
    private final JdbcClient jdbc;
    private final Clock clock;

    AnswerLinks(
            ConsultingCases cases,
            PageLinks pageLinks,
            Supplements supplements,
            PageProperties pages,
            Terms terms,
            JdbcClient jdbc,
            Clock clock) {
        this.cases = cases;
        this.pageLinks = pageLinks;
        this.supplements = supplements;
        this.pages = pages;
        this.terms = terms;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The secret address of a new link, and its last day. */
    record Issued(String address, LocalDate lastDay) {}

    /**
     * Makes the link for what a case asks its enterprise.
     *
     * @param round of the supplement, or version of the roadmap
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Issued issue(String caseCode, LinkSubject subject, int round) {
        LinkToken token = LinkToken.random();
        Instant now = clock.instant();
        Instant expiresAt = now.plus(Duration.ofDays(terms.days("answerLink")));
        jdbc.sql("insert into lienket.consulting_link (hash, case_code, subject, round, created_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(token.hash(), caseCode, subject.name(), round, Moments.of(now), Moments.of(expiresAt))
                .update();
        return new Issued(pages.linkTo(PAGE, token), LocalDate.ofInstant(expiresAt, clock.getZone()));
    }

    /** The link with this secret; empty if nobody was ever sent it. */
    @Transactional(readOnly = true)
    public Optional<AnswerLink> find(LinkToken token) {
        return stored(token)
                .map(link -> seen(link, cases.findByCaseCode(link.caseCode()).orElseThrow()))
                .or(() -> pageLinks.find(token).map(this::ofPage));
    }

    /**
     * The case that awaits an answer by this link, held until the transaction ends, so that of two answers at once one counts; 404
     * for an unknown link, 409 if no answer is awaited by it any more.
     *
     * @param round what was seen and answered, for a link to the page; others know it themselves
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public ConsultingCase hold(LinkToken token, LinkSubject subject, int round) {
        Stored stored = stored(token)
                .or(() -> pageLinks
                        .find(token)
                        .map(found -> new Stored(found.caseCode(), new Asked(subject, round), Instant.MAX)))
                .filter(link -> link.asked().subject() == subject)
                .orElseThrow(() -> ProblemException.notFound("Liên kết này không đúng."));
        ConsultingCase held = cases.require(stored.caseCode());
        if (!seen(stored, held).isOpen()) {
            throw ProblemException.conflict(Sentences.NOT_AWAITED.formatted(held.caseCode()));
        }
        return held;
    }

    /** What the case awaits of its enterprise; empty if that is nothing. */
    public Optional<LinkSubject> awaited(ConsultingCase found) {
        return askedNow(found).map(Asked::subject);
    }

    private record Asked(LinkSubject subject, int round) {}

    private record Stored(String caseCode, Asked asked, Instant expiresAt) {}

    private AnswerLink ofPage(ConsultingCase found) {
        return askedNow(found)
                .map(asked -> seen(new Stored(found.caseCode(), asked, Instant.MAX), found))
                .orElseGet(() -> new AnswerLink(null, 0, unasked(found), found));
    }

    private Optional<Asked> askedNow(ConsultingCase found) {
        return switch (found.state()) {
            case SUPPLEMENTING, SUSPENDED ->
                Optional.of(new Asked(LinkSubject.SUPPLEMENT, supplements.round(found.caseCode())));
            case CONFIRMING -> Optional.of(new Asked(LinkSubject.ROADMAP, found.roadmapVersion()));
            default -> Optional.empty();
        };
    }

    private AnswerLink seen(Stored link, ConsultingCase found) {
        return new AnswerLink(link.asked().subject(), link.asked().round(), standing(link, found), found);
    }

    private AnswerLink.Standing standing(Stored link, ConsultingCase found) {
        if (!askedNow(found).equals(Optional.of(link.asked()))) {
            return unasked(found);
        }
        return link.expiresAt().isAfter(clock.instant()) ? AnswerLink.Standing.OPEN : AnswerLink.Standing.EXPIRED;
    }

    private static AnswerLink.Standing unasked(ConsultingCase found) {
        return found.state() == ConsultingState.WITHDRAWN
                ? AnswerLink.Standing.WITHDRAWN
                : AnswerLink.Standing.ANSWERED;
    }

    private Optional<Stored> stored(LinkToken token) {
        return jdbc.sql("select * from lienket.consulting_link where hash = ?")
                .param(token.hash())
                .query(AnswerLinks::map)
                .optional();
    }

    private static Stored map(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getString("case_code"),
                new Asked(LinkSubject.valueOf(row.getString("subject")), row.getInt("round")),
                Moments.in(row, "expires_at"));
    }
}
