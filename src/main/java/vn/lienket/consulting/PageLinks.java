package vn.lienket.consulting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.calendar.Terms;
import vn.lienket.database.Moments;
import vn.lienket.page.LinkToken;
import vn.lienket.page.PageAddress;
import vn.lienket.page.PageProperties;

/**
 * The links by which enterprises open the page of their case without an account. Each mail has one of its own, as no link can be made
 * anew from what is kept; all of them open the page for as long as the case is open, and a term longer.
 */
@Repository
public class PageLinks {

    /** The page that a link opens. */
    public static final String PAGE = "/consulting/cases";

    /** The page on which a link is asked for. */
    public static final String ASKING = "/consulting/link";

    /** The parameter of that page that names the case. */
    public static final String CASE = "case";

    private static final String TERM = "enterprisePage";

    private final ConsultingCases cases;
    private final PageProperties pages;
    private final Terms terms;
    private final JdbcClient jdbc;
    private final Clock clock;

    PageLinks(ConsultingCases cases, PageProperties pages, Terms terms, JdbcClient jdbc, Clock clock) {
        this.cases = cases;
        this.pages = pages;
        this.terms = terms;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes a link to the page of a case: its secret address. */
    @Transactional(propagation = Propagation.MANDATORY)
    String issue(String caseCode) {
        LinkToken token = LinkToken.random();
        jdbc.sql("insert into lienket.consulting_page_link (hash, case_code, created_at) values (?, ?, ?)")
                .params(token.hash(), caseCode, Moments.of(clock.instant()))
                .update();
        return pages.linkTo(PAGE, token);
    }

    /** What was mailed to an address that is the enterprise's no longer opens nothing any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    void end(String caseCode) {
        jdbc.sql("delete from lienket.consulting_page_link where case_code = ?")
                .param(caseCode)
                .update();
    }

    /** The case whose page this secret opens; empty if it is unknown or opens nothing any more. */
    @Transactional(readOnly = true)
    public Optional<ConsultingCase> find(LinkToken token) {
        return jdbc.sql("select case_code from lienket.consulting_page_link where hash = ?")
                .param(token.hash())
                .query(String.class)
                .optional()
                .map(caseCode -> cases.findByCaseCode(caseCode).orElseThrow())
                .filter(this::opens);
    }

    /** Whether the page of a case can be opened today. */
    boolean opens(ConsultingCase found) {
        return lastDay(found).map(last -> !LocalDate.now(clock).isAfter(last)).orElse(true);
    }

    /** The last day on which the page of a case can be opened; empty while the case is open. */
    public Optional<LocalDate> lastDay(ConsultingCase found) {
        return Optional.ofNullable(found.closedOn()).map(closed -> closed.plusDays(terms.days(TERM, closed)));
    }

    /** Where who reads a paper of a case asks for a link: no secret, for papers are passed on. */
    String asking(String caseCode) {
        return pages.baseUrl() + PageAddress.of(ASKING, Map.of(CASE, caseCode));
    }
}
