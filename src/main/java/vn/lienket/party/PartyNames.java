package vn.lienket.party;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The organisations with which a user shares a channel, and his own, with their groups and their people, those who have left too. */
@Component
class PartyNames implements NameSource {

    private final Parties parties;
    private final Groups groups;

    PartyNames(Parties parties, Groups groups) {
        this.parties = parties;
        this.groups = groups;
    }

    @Override
    public Map<Subject, Map<String, String>> names(User user) {
        List<Channel> channels = parties.channels().stream()
                .filter(channel -> user.inChannel(channel.id()))
                .toList();
        Set<String> partners = Stream.concat(
                        Stream.ofNullable(user.organisation()),
                        channels.stream().flatMap(channel -> channel.parties().stream()))
                .collect(Collectors.toSet());
        List<Organisation> organisations = parties.organisations().stream()
                .filter(organisation -> user.administrator() || partners.contains(parties.actingFor(organisation.id())))
                .toList();
        return Map.of(
                Subject.CHANNELS,
                channels.stream().collect(Collectors.toMap(Channel::id, Channel::name)),
                Subject.ORGANISATIONS,
                organisations.stream()
                        .collect(Collectors.toMap(
                                Organisation::id, organisation -> parties.organisationShortName(organisation.id()))),
                Subject.GROUPS,
                organisations.stream()
                        .flatMap(organisation ->
                                Arrays.stream(Role.values()).map(role -> role.groupOf(organisation.id())))
                        .collect(Collectors.toMap(group -> group, groups::name)),
                Subject.PEOPLE,
                parties.people().stream()
                        .filter(person -> user.administrator() || partners.contains(person.organisation()))
                        .collect(Collectors.toMap(Person::id, Person::name)));
    }
}
