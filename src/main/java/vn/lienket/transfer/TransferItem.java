package vn.lienket.transfer;

import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One item of a transfer plan.
 *
 * @param expert user id of who delivers it
 * @param accepted whether the requester has accepted it
 * @param invitationSequence of the calendar invitation sent last, from 0; null if none was
 */
@Table(schema = "lienket", value = "transfer_item")
public record TransferItem(
        ItemKind kind,
        String title,
        int dueInWorkingDays,
        @Embedded.Empty ItemDetails details,
        String expert,
        boolean accepted,
        Integer invitationSequence) {

    static TransferItem planned(ItemKind kind, String title, int dueInWorkingDays, ItemDetails details, String expert) {
        return new TransferItem(kind, title, dueInWorkingDays, details, expert, false, null);
    }

    TransferItem accept() {
        return new TransferItem(kind, title, dueInWorkingDays, details, expert, true, invitationSequence);
    }

    TransferItem invited() {
        int next = invitationSequence == null ? 0 : invitationSequence + 1;
        return new TransferItem(kind, title, dueInWorkingDays, details, expert, accepted, next);
    }

    TransferItem scheduled(ItemDetails when) {
        return new TransferItem(kind, title, dueInWorkingDays, when, expert, accepted, invitationSequence);
    }

    /** Whether people can be invited to it: they meet, and it is known when. */
    boolean isScheduled() {
        return kind.isMeeting() && details != null && details.startsOn() != null;
    }
}
