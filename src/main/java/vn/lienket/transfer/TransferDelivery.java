package vn.lienket.transfer;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An item delivered in a round.
 *
 * @param item its position in the plan, from 0
 * @param round of acceptance it is for, from 1
 * @param document id, or null
 * @param attendees of a training, one a line, or null
 * @param expert user id of who delivered it
 */
@Table(schema = "lienket", value = "transfer_delivery")
public record TransferDelivery(
        int item, int round, String note, UUID document, String attendees, String expert, Instant deliveredAt) {}
