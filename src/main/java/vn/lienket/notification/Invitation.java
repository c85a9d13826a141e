package vn.lienket.notification;

import java.time.LocalDate;

/**
 * A meeting to which the recipients of a notice are invited, on whole days: nobody has agreed on hours.
 *
 * @param id names the meeting for good, e.g. {@code H09-261123-0001-2}: what comes later about it carries the same
 * @param sequence higher with each notice about the meeting, from 0
 * @param cancelled whether the meeting is called off
 * @param to the last day; the first one too for a meeting of one day
 * @param place may be null
 * @param description lines, or null
 */
public record Invitation(
        String id,
        int sequence,
        boolean cancelled,
        LocalDate from,
        LocalDate to,
        String title,
        String place,
        String description) {}
