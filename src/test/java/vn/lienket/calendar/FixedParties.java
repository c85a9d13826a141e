package vn.lienket.calendar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lienket.party.Organisation;
import vn.lienket.support.ListedParties;

/** A directory that knows organisations and their calendars, and nobody in them. */
public class FixedParties extends ListedParties {

    private final Map<String, Organisation> organisations = new LinkedHashMap<>();

    public FixedParties with(String id, String calendar) {
        organisations.put(
                id, new Organisation(id, id, id, null, null, null, null, null, null, calendar, null, null, null));
        return this;
    }

    @Override
    public List<Organisation> organisations() {
        return List.copyOf(organisations.values());
    }
}
