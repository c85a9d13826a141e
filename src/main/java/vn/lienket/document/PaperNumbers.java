package vn.lienket.document;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;
import vn.lienket.problem.Answers;
import vn.lienket.problem.ProblemException;

/**
 * The yearly registers of papers, one for each organisation and type of paper, whichever module makes them. Source: Nghị định
 * 30/2020/NĐ-CP.
 */
@Repository
public class PaperNumbers {

    private static final String DATE = "documentDate";

    private final JdbcClient jdbc;
    private final Parties parties;
    private final Clock clock;

    PaperNumbers(JdbcClient jdbc, Parties parties, Clock clock) {
        this.jdbc = jdbc;
        this.parties = parties;
        this.clock = clock;
    }

    /**
     * The number that the register would give next in the current year, e.g. {@code 05/BC-STTTT}. It is remembered as proposed, see
     * {@link #enter}.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String propose(String caseCode, String organisation, PaperType type) {
        Organisation acting = acting(organisation);
        String next =
                next(acting, today().getYear(), type, acting.abbreviation()).toString();
        jdbc.sql("insert into lienket.paper_number_proposal (case_code, number) values (?, ?) on conflict do nothing")
                .params(caseCode, next)
                .update();
        return next;
    }

    /**
     * Enters a paper of a case. A number that was proposed and left as it is gives way to the next free one of the paper's year; one
     * that the clerk has chosen is refused if it is taken. Until the transaction ends nobody else enters a paper of the organisation.
     *
     * @param date ISO day, today at the latest
     * @throws ProblemException 400 with the field
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Entry enter(String caseCode, String organisation, PaperType type, String number, String date) {
        DocumentNumber parsed = DocumentNumber.parse(number, type.abbreviation(), type.inWords());
        Organisation acting = acting(organisation);
        requireBody(parsed, acting.abbreviation());
        LocalDate on = Answers.date(DATE, date);
        if (on.isAfter(today())) {
            throw ProblemException.invalid(DATE, "Ngày văn bản: không được ở tương lai.");
        }
        lock(acting.id());
        DocumentNumber entered = parsed.entered(
                on,
                today(),
                isFree(acting, on.getYear(), parsed),
                isProposal(caseCode, parsed),
                () -> next(acting, on.getYear(), type, parsed.body()));
        jdbc.sql("insert into lienket.paper_number (organisation, year, type, sequence, number, case_code)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(acting.id(), on.getYear(), entered.type(), entered.sequence(), entered.toString(), caseCode)
                .update();
        return new Entry(entered, on);
    }

    /** A paper's number, and the day that is written on it. */
    public record Entry(DocumentNumber number, LocalDate on) {}

    /** A successor goes on behind the numbers of those from whom it has taken over. */
    private DocumentNumber next(Organisation acting, int year, PaperType type, String body) {
        int last = jdbc.sql("select coalesce(max(sequence), 0) from lienket.paper_number"
                        + " where organisation = any (?) and year = ? and type = ?")
                .params(line(acting), year, type.abbreviation())
                .query(Integer.class)
                .single();
        return new DocumentNumber(last + 1, type.abbreviation(), body);
    }

    private Organisation acting(String organisation) {
        return parties.acting(organisation).orElseThrow();
    }

    private String[] line(Organisation acting) {
        return parties.line(acting.id()).toArray(String[]::new);
    }

    /** A part of the body may stand behind it, as in {@code 05/BC-STTTT-VP}. */
    private static void requireBody(DocumentNumber number, String abbreviation) {
        if (!number.body().startsWith(abbreviation)) {
            throw ProblemException.invalid(
                    "documentNumber",
                    "Số, ký hiệu văn bản phải mang ký hiệu của đơn vị bạn: 05/%s-%s."
                            .formatted(number.type(), abbreviation));
        }
    }

    private boolean isFree(Organisation acting, int year, DocumentNumber number) {
        return jdbc.sql("select not exists (select from lienket.paper_number"
                        + " where organisation = any (?) and year = ? and type = ? and sequence = ?)")
                .params(line(acting), year, number.type(), number.sequence())
                .query(Boolean.class)
                .single();
    }

    private boolean isProposal(String caseCode, DocumentNumber number) {
        return jdbc.sql("select exists (select from lienket.paper_number_proposal where case_code = ? and number = ?)")
                .params(caseCode, number.toString())
                .query(Boolean.class)
                .single();
    }

    private void lock(String organisation) {
        jdbc.sql("select true from pg_advisory_xact_lock(hashtextextended('lienket number ' || ?, 0))")
                .param(organisation)
                .query(Boolean.class)
                .single();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
