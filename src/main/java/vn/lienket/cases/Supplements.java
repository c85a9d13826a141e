package vn.lienket.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.calendar.Deadlines;
import vn.lienket.calendar.Terms;

/** Asks somebody to add to a case that is being checked: its clock stands until there is an answer, which may also come late. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Supplements {

    private static final String TERM = "supplement";

    private final CaseClocks clocks;
    private final Deadlines deadlines;
    private final Terms terms;
    private final Clock clock;

    Supplements(CaseClocks clocks, Deadlines deadlines, Terms terms, Clock clock) {
        this.clocks = clocks;
        this.deadlines = deadlines;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * What was asked.
     *
     * @param round tells one request of a case from the next, from 1
     * @param answerBy the last day; an answer after it is a late one
     * @param daysLeft the working days that the check has left
     */
    public record Asked(int round, LocalDate answerBy, int daysLeft) {}

    /**
     * Stops the clock of the case.
     *
     * @param checker the organisation that checks, whose working days the case is counted in
     * @param answerer the organisation in whose working days the answer is due
     * @param due when the check was due
     */
    public Asked ask(String caseCode, String checker, String answerer, Instant due) {
        LocalDate today = LocalDate.now(clock);
        int left = deadlines.workingDaysBetween(checker, today, LocalDate.ofInstant(due, clock.getZone()));
        LocalDate answerBy =
                deadlines.deadline(answerer, today, terms.days(TERM)).date();
        clocks.stop(caseCode, checker);
        return new Asked(round(caseCode), answerBy, left);
    }

    /** Lets the clock of the case run again; nothing happens to one that runs. */
    public void end(String caseCode) {
        clocks.resume(caseCode);
    }

    /** How often something was asked. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public int round(String caseCode) {
        return clocks.stops(caseCode).size();
    }
}
