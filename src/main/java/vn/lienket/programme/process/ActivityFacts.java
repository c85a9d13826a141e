package vn.lienket.programme.process;

import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienket.calendar.Deadlines;
import vn.lienket.programme.Activity;
import vn.lienket.programme.ActivityService;
import vn.lienket.programme.ProgrammeService;
import vn.lienket.programme.WorkItem;

/** What the models ask about an activity, or a programme, in their expressions. */
@Component
public class ActivityFacts {

    private final ActivityService activities;
    private final ProgrammeService programmes;
    private final Deadlines deadlines;

    ActivityFacts(ActivityService activities, ProgrammeService programmes, Deadlines deadlines) {
        this.activities = activities;
        this.programmes = programmes;
        this.deadlines = deadlines;
    }

    /** The positions of the items this round is about, from 1. */
    public List<Integer> toCarryOut(String caseCode) {
        return find(caseCode).plan().toCarryOut();
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

    /** Its term counts from the day on which it is given out, or from the activity's first day if that is later. */
    public Date itemDue(String caseCode, int position) {
        Activity found = find(caseCode);
        WorkItem item = found.plan().item(position);
        return deadlines.inWorkingDays(item.organisation(), found.terms().startDate(), item.dueInWorkingDays());
    }

    /** Codes of the activities of a programme. */
    public List<String> opened(String openingId) {
        return programmes.codes(UUID.fromString(openingId));
    }

    private Activity find(String caseCode) {
        return activities.find(caseCode).orElseThrow();
    }

    private WorkItem item(String caseCode, int position) {
        return find(caseCode).plan().item(position);
    }
}
