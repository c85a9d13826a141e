package vn.lienket.transfer.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.lienket.calendar.Deadlines;
import vn.lienket.transfer.TransferCase;
import vn.lienket.transfer.TransferItem;
import vn.lienket.transfer.TransferNeed;
import vn.lienket.transfer.TransferPlanService;
import vn.lienket.transfer.TransferService;

/** What the model asks about a request in its expressions. */
@Component
public class TransferFacts {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final TransferService transfers;
    private final TransferPlanService plans;
    private final Deadlines deadlines;
    private final Clock clock;

    TransferFacts(TransferService transfers, TransferPlanService plans, Deadlines deadlines, Clock clock) {
        this.transfers = transfers;
        this.plans = plans;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** What is asked for. */
    public TransferNeed of(String caseCode) {
        return find(caseCode).need();
    }

    /** The day the rules are asked for, {@code yyyy-MM-dd}. */
    public String today() {
        return LocalDate.now(clock).toString();
    }

    public int checkDays(String caseCode) {
        return transfers.checkDays(caseCode);
    }

    public int daysAllowed(String caseCode) {
        return find(caseCode).routing().daysAllowed();
    }

    /** The positions of the assessments, from 0. */
    public List<Integer> assessments(String caseCode) {
        return IntStream.range(0, find(caseCode).assessments().size()).boxed().toList();
    }

    /** User id, or null where it waits in the group. */
    public String expert(String caseCode, int assessment) {
        return find(caseCode).assessments().get(assessment).expert();
    }

    /** The requester first. */
    public List<String> parties(String caseCode) {
        TransferCase found = find(caseCode);
        return List.of(found.requestingOrganisation(), found.providingOrganisation());
    }

    /** The contract's date, {@code yyyy-MM-dd}: registration is judged and counted from it. */
    public String contractDate(String caseCode) {
        return find(caseCode).plan().contractedOn().toString();
    }

    /** Working days left for the registration. */
    public int registrationDays(String caseCode) {
        TransferCase found = find(caseCode);
        return deadlines.workingDaysBetween(
                found.requestingOrganisation(),
                LocalDate.now(clock),
                found.registration().due());
    }

    /** The morning on which the registration is warned of, by the term of this name. */
    public Date registrationWarning(String caseCode, String term) {
        return beforeRegistration(caseCode, plans.registrationWarningDays(find(caseCode), term));
    }

    /** The morning so many calendar days before the registration is due; a negative number is after it. */
    public Date beforeRegistration(String caseCode, int days) {
        return Date.from(find(caseCode)
                .registration()
                .due()
                .minusDays(days)
                .atTime(MORNING)
                .atZone(clock.getZone())
                .toInstant());
    }

    /** The positions of the items this round is about, from 0. */
    public List<Integer> toDeliver(String caseCode) {
        return find(caseCode).plan().toDeliver();
    }

    public int itemDays(String caseCode, int item) {
        return item(caseCode, item).dueInWorkingDays();
    }

    /** What the task of an item is called, so that those of one request can be told apart. */
    public String itemName(String caseCode, int item) {
        TransferItem delivered = item(caseCode, item);
        return "Chuyển giao %d (%s): %s".formatted(item + 1, delivered.kind().label(), delivered.title());
    }

    private TransferCase find(String caseCode) {
        return transfers.find(caseCode).orElseThrow();
    }

    private TransferItem item(String caseCode, int item) {
        return find(caseCode).plan().items().get(item);
    }
}
