package vn.lienket.party;

import java.time.LocalDate;

/**
 * An organisation that has ended, and the one that has taken over its work. It has taken effect, and is undone no more.
 *
 * @param predecessor id
 * @param successor id; it may have ended since and have a successor of its own
 * @param since the first day of the successor
 */
public record Succession(String predecessor, String successor, LocalDate since) {

    boolean isSaidBy(Organisation ended) {
        return successor.equals(ended.successor()) && since.minusDays(1).equals(ended.validTo());
    }
}
