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

    /** SQL for the ids of {@code :organisation} and of those from whom it has taken over. */
    public static final String LINE = """
            array(with recursive line as (select cast(:organisation as text) as id
                union select s.predecessor from lienket.succession s join line on s.successor = line.id)
            select id from line)""";

    boolean isSaidBy(Organisation ended) {
        return successor.equals(ended.successor()) && since.minusDays(1).equals(ended.validTo());
    }
}
