package vn.lienket.transfer;

import java.time.LocalDate;

/**
 * What a plan says of an item beyond its title, by kind; the others are null.
 *
 * @param startsOn training: the day; expert: the first day
 * @param endsOn expert: the last day
 * @param place training
 * @param people training: how many are expected
 * @param person expert: who comes
 * @param systemName configuration: which system
 * @param acceptanceTest configuration: how it is tested
 * @param softwareName software
 * @param licence software
 * @param sourceDelivered software: whether its source code is handed over
 */
public record ItemDetails(
        LocalDate startsOn,
        LocalDate endsOn,
        String place,
        Integer people,
        String person,
        String systemName,
        String acceptanceTest,
        String softwareName,
        String softwareVersion,
        String licence,
        Boolean sourceDelivered) {

    ItemDetails on(LocalDate from, LocalDate to, String where) {
        return new ItemDetails(
                from,
                to,
                where,
                people,
                person,
                systemName,
                acceptanceTest,
                softwareName,
                softwareVersion,
                licence,
                sourceDelivered);
    }
}
