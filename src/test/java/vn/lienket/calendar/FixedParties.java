package vn.lienket.calendar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienket.party.Channel;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;

/** A directory that knows organisations and their calendars, and nobody in them. */
class FixedParties implements Parties {

    private final Map<String, Organisation> organisations = new LinkedHashMap<>();

    FixedParties with(String id, String calendar) {
        organisations.put(
                id, new Organisation(id, id, id, null, null, null, null, null, null, calendar, null, null, null));
        return this;
    }

    @Override
    public List<Organisation> organisations() {
        return List.copyOf(organisations.values());
    }

    @Override
    public Optional<Organisation> organisation(String id) {
        return Optional.ofNullable(organisations.get(id));
    }

    @Override
    public List<Channel> channels() {
        return List.of();
    }

    @Override
    public Optional<Channel> channel(String id) {
        return Optional.empty();
    }

    @Override
    public List<Person> people() {
        return List.of();
    }

    @Override
    public Optional<Person> person(String id) {
        return Optional.empty();
    }

    @Override
    public List<Person> members(String group) {
        return List.of();
    }
}
