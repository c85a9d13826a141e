package vn.lienket.consulting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.access.NetworkAddress;
import vn.lienket.calendar.Limit;
import vn.lienket.calendar.Limits;
import vn.lienket.database.Moments;
import vn.lienket.page.LinkToken;

/** Mails a new link to the page of a case, to the address that the case has and to no other, within bounds by the hour. */
@Service
class PageLinkRenewal {

    private static final Duration HOUR = Duration.ofHours(1);

    private final ConsultingCases cases;
    private final PageLinks links;
    private final Limits limits;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    PageLinkRenewal(
            ConsultingCases cases,
            PageLinks links,
            Limits limits,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.cases = cases;
        this.links = links;
        this.limits = limits;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Nothing happens if no such case has this address, or the sender or the case has had the links of this hour. */
    @Transactional
    void renew(String caseCode, String taxCode, String email, String sender) {
        Instant hourAgo = clock.instant().minus(HOUR);
        jdbc.sql("delete from lienket.consulting_link_request where asked_at <= ?")
                .param(Moments.of(hourAgo))
                .update();
        byte[] from = new LinkToken(NetworkAddress.key(sender)).hash();
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(encode(?, 'hex'), 0))")
                .param(from)
                .query((row, number) -> true)
                .single();
        if (asked("sender", from) >= limits.of(Limit.LINK_REQUESTS_AN_HOUR)) {
            return;
        }
        Optional<ConsultingCase> meant = meant(caseCode, taxCode)
                .filter(found -> email.equalsIgnoreCase(found.applicant().contactEmail()) && links.opens(found));
        long request = note(from, meant);
        meant.filter(found -> asked("case_code", found.caseCode()) <= limits.of(Limit.PAGE_LINKS_AN_HOUR))
                .ifPresent(found -> events.publishEvent(new ConsultingEvent.PageLinkAsked(found.about(), request)));
    }

    /** Held, so that of requests from many addresses no more than the bound are answered. */
    private Optional<ConsultingCase> meant(String caseCode, String taxCode) {
        Optional<String> code = caseCode.isEmpty()
                ? cases.findOpen(taxCode)
                        .or(() -> cases.findCodes(taxCode).stream().max(Comparator.naturalOrder()))
                : Optional.of(caseCode);
        return code.flatMap(cases::readByCaseCode)
                .filter(found -> found.applicant().taxCode().equals(taxCode));
    }

    private int asked(String column, Object value) {
        return jdbc.sql("select count(*) from lienket.consulting_link_request where %s = ?".formatted(column))
                .param(value)
                .query(Integer.class)
                .single();
    }

    private long note(byte[] sender, Optional<ConsultingCase> meant) {
        return jdbc.sql(
                        "insert into lienket.consulting_link_request (sender, case_code, asked_at) values (?, ?, ?) returning id")
                .params(sender, meant.map(ConsultingCase::caseCode).orElse(null), Moments.of(clock.instant()))
                .query(Long.class)
                .single();
    }
}
