package vn.lienket.figures;

/**
 * The cases of a kind that an organisation leads, in a quarter. Those it began with and those it received are those that came out one
 * way or another and those still in work at its end.
 *
 * @param carriedOver opened earlier and not ended when the quarter began
 * @param received opened in it
 * @param onTime came to their result, and no task of theirs was done after it was due
 * @param late came to their result, with a task that was done after it was due
 * @param declined not accepted, or stopped for good
 */
public record CaseCount(
        String kind,
        String kindName,
        String organisation,
        String organisationName,
        int carriedOver,
        int received,
        int onTime,
        int late,
        int inProgress,
        int withdrawn,
        int declined) {

    CaseCount plus(CaseCount other) {
        return new CaseCount(
                kind,
                kindName,
                organisation,
                organisationName,
                carriedOver + other.carriedOver,
                received + other.received,
                onTime + other.onTime,
                late + other.late,
                inProgress + other.inProgress,
                withdrawn + other.withdrawn,
                declined + other.declined);
    }

    static CaseCount none() {
        return new CaseCount(null, null, null, null, 0, 0, 0, 0, 0, 0, 0);
    }
}
