package vn.lienket.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.lienket.calendar.Targets.Target;
import vn.lienket.party.Channel;

/**
 * How the work of a scope stands.
 *
 * @param channels all that may be asked for
 * @param organisation id of the viewer's own, or null
 * @param part whether only the work of that organisation is counted
 * @param weekEnds the last day of this week
 * @param openTasks with those that are due this week and those that are late among them
 * @param lateInside of the late ones those that are the viewer's organisation's work; null if he has none
 * @param paused open cases whose clock stands still, by their status
 * @param stuck open incidents
 * @param judged cases that came to a result this quarter, of which {@code onTime} in time
 */
public record WorkOverview(
        Instant at,
        List<Channel> channels,
        String organisation,
        String organisationName,
        boolean part,
        LocalDate weekEnds,
        int openCases,
        int openTasks,
        int dueThisWeek,
        int late,
        Integer lateInside,
        List<PausedCases> paused,
        int stuck,
        int finishedThisMonth,
        int finishedThisQuarter,
        int judged,
        int onTime,
        Target target,
        List<StepWork> steps) {

    public WorkOverview {
        channels = List.copyOf(channels);
        paused = List.copyOf(paused);
        steps = List.copyOf(steps);
    }

    /** Cases whose clock stands still, in one status. */
    public record PausedCases(int status, String statusName, int cases) {}
}
