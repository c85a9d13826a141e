package vn.lienket.party;

import java.util.List;

/** A whole directory, valid in itself: every organisation, channel and person that is referred to is in it. */
public record DirectorySnapshot(List<Organisation> organisations, List<Channel> channels, List<Person> people) {

    public DirectorySnapshot {
        organisations = List.copyOf(organisations);
        channels = List.copyOf(channels);
        people = List.copyOf(people);
    }
}
