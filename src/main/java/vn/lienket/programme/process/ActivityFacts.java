package vn.lienket.programme.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienket.programme.ActivityService;
import vn.lienket.programme.ProgrammeService;
import vn.lienket.programme.WorkItem;

/** What the models ask about an activity, or a programme, in their expressions. */
@Component
public class ActivityFacts {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

    private final ActivityService activities;
    private final ProgrammeService programmes;
    private final Clock clock;

    ActivityFacts(ActivityService activities, ProgrammeService programmes, Clock clock) {
        this.activities = activities;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** The positions of the items this round is about, from 1. */
    public List<Integer> toCarryOut(String caseCode) {
        return activities.find(caseCode).orElseThrow().plan().toCarryOut();
    }

    /** What the task of an item is called, so that those of one activity can be told apart. */
    public String itemName(String caseCode, int position) {
        return "Phần việc %d: %s".formatted(position, item(caseCode, position).title());
    }

    /** The group that does an item. */
    public String itemGroup(String caseCode, int position) {
        WorkItem item = item(caseCode, position);
        return item.role().groupOf(item.organisation());
    }

    public String itemOrganisation(String caseCode, int position) {
        return item(caseCode, position).organisation();
    }

    public int itemDays(String caseCode, int position) {
        return item(caseCode, position).dueInWorkingDays();
    }

    /** The cycle of the monthly report: the first one a month after the work has begun, or after the activity's first day if that is later. */
    public String monthly(String caseCode) {
        LocalDate today = LocalDate.now(clock);
        LocalDate first = startDate(caseCode);
        return "R/%sT08:00:00/P1M".formatted((first.isBefore(today) ? today : first).plusMonths(1));
    }

    /** What the task of a monthly report is called. */
    public String reportName() {
        return "Báo cáo tiến độ tháng " + MONTH.format(LocalDate.now(clock));
    }

    /** The activity's first day: work that is given out before it has its term from then on. */
    public LocalDate startDate(String caseCode) {
        return activities.startDate(caseCode).orElseThrow();
    }

    /** Codes of the activities of a programme. */
    public List<String> opened(String openingId) {
        return programmes.codes(UUID.fromString(openingId));
    }

    /** Each expression of the model asks anew: for one row, not for the whole activity. */
    private WorkItem item(String caseCode, int position) {
        return activities.item(caseCode, position).orElseThrow();
    }
}
