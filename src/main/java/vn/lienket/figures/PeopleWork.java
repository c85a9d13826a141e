package vn.lienket.figures;

import java.util.List;

/**
 * The work of people: the viewer's organisation first, then who is late with most.
 *
 * @param more how many people are left out
 */
public record PeopleWork(List<PersonWork> items, int more) {

    public PeopleWork {
        items = List.copyOf(items);
    }
}
