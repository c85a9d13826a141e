package vn.lienket.transfer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienket.support.Decisions.with;
import static vn.lienket.transfer.process.TransferModel.DECISION_ROUTE;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.party.Channel;
import vn.lienket.party.CooperationField;
import vn.lienket.party.CooperationFields;
import vn.lienket.party.Parties;
import vn.lienket.party.Role;
import vn.lienket.support.Decisions;
import vn.lienket.support.ProcessTest;

@ProcessTest
class RouteTransferRequestDecisionTest {

    private static final Map<String, Object> OPERATIONS_CENTRE = Map.of(
            "channel",
            "binhduong-tayninh",
            "category",
            "ioc",
            "requestingOrganisation",
            "tayninh",
            "date",
            "2026-11-23");

    @Autowired
    Decisions decisions;

    @Autowired
    CooperationFields cooperationFields;

    @Autowired
    Parties parties;

    @ParameterizedTest
    @CsvSource({
        "binhduong-tayninh, data-centre,                15",
        "binhduong-tayninh, hotline-1022,               10",
        "binhduong-tayninh, emergency-115,              10",
        "binhduong-tayninh, mooc,                       10",
        "binhduong-tayninh, ioc,                        15",
        "binhduong-tayninh, indices-data,               10",
        "binhduong-tayninh, citizen-business-apps,      10",
        "binhduong-tayninh, socio-economic-software,    15",
        "binhduong-tayninh, communications,             10",
        "binhduong-tayninh, community-digital-teams,    10",
        "binhduong-tayninh, cashless-payment,           10",
        "binhduong-tayninh, regional-data-system,       15",
        "binhduong-qtsc,    sme-digital-transformation, 10",
        "binhduong-qtsc,    high-tech-solutions,        10",
        "binhduong-qtsc,    it-park-operations,         10",
        "binhduong-qtsc,    data-and-ai,                10",
        "binhduong-qtsc,    data-centre-cloud,          15",
        "binhduong-qtsc,    technology-transfer,        10",
        "binhduong-qtsc,    regional-data-system,       15"
    })
    void aFieldIsAssessedByTheOtherPartyInBothDirections(String channel, String category, int days) {
        List<String> both = parties.channel(channel).orElseThrow().parties();

        assertThat(both)
                .hasSize(2)
                .allSatisfy(requester -> assertThat(answer(channel, category, requester))
                        .containsEntry(
                                "provider",
                                both.stream()
                                        .filter(party -> !party.equals(requester))
                                        .findFirst()
                                        .orElseThrow())
                        .containsEntry("expertise", category)
                        .containsEntry("daysAllowed", days)
                        .containsEntry("effectiveFrom", "2023-10-06")
                        .containsEntry("effectiveTo", null)
                        .containsEntry("verification", "W")
                        .hasEntrySatisfying(
                                "citation",
                                citation -> assertThat((String) citation).contains("06/10/2023")));
    }

    /** The catalogue says where a field is agreed; one without a channel is agreed in each of the two of the signing. */
    @Test
    void everyFieldIsAnsweredWhereTheCatalogueAgreesItAndNowhereElse() {
        for (String channel : List.of("binhduong-tayninh", "binhduong-qtsc")) {
            for (CooperationField field : cooperationFields.all()) {
                boolean agreed = field.channels().isEmpty() || field.channels().contains(channel);
                assertThat(parties.channel(channel).orElseThrow().parties())
                        .allSatisfy(requester -> assertThat(answer(channel, field.code(), requester))
                                .as(channel + " " + field.code() + " " + requester)
                                .matches(answer -> answer.isEmpty() != agreed));
            }
        }
    }

    @Test
    void somebodyOfTheDirectoryHasTheExpertiseOfEveryAnswer() {
        Stream<Map<String, Object>> answers = Stream.of("binhduong-tayninh", "binhduong-qtsc")
                .map(channel -> parties.channel(channel).orElseThrow())
                .flatMap(this::answers);

        assertThat(answers)
                .hasSize(38)
                .allSatisfy(answer -> assertThat(parties.members(Role.EXPERT.groupOf((String) answer.get("provider"))))
                        .anyMatch(person -> person.skills().contains(answer.get("expertise"))));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "nowhere", "binhduong-qtsc"})
    void aFieldIsNotAnsweredInAnotherChannel(String channel) {
        assertThat(decisions.answer(DECISION_ROUTE, with(OPERATIONS_CENTRE, "channel", channel)))
                .isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "astrology"})
    void anotherFieldIsNotAnswered(String category) {
        assertThat(decisions.answer(DECISION_ROUTE, with(OPERATIONS_CENTRE, "category", category)))
                .isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "qtsc"})
    void anOutsiderIsNotAnswered(String requester) {
        assertThat(decisions.answer(DECISION_ROUTE, with(OPERATIONS_CENTRE, "requestingOrganisation", requester)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2023-10-05,", "2023-10-06, binhduong"})
    void theAgreementAppliesFromItsSigningOn(String date, String provider) {
        assertThat(decisions
                        .answer(DECISION_ROUTE, with(OPERATIONS_CENTRE, "date", date))
                        .get("provider"))
                .isEqualTo(provider);
    }

    @Test
    void everyRowIsTested() {
        assertThat(decisions.rules(DECISION_ROUTE)).hasSize(38);
    }

    private Stream<Map<String, Object>> answers(Channel channel) {
        return cooperationFields.all().stream()
                .flatMap(field -> channel.parties().stream()
                        .map(requester -> answer(channel.id(), field.code(), requester))
                        .filter(answer -> !answer.isEmpty()));
    }

    private Map<String, Object> answer(String channel, String category, String requester) {
        return decisions.answer(
                DECISION_ROUTE,
                Map.of(
                        "channel",
                        channel,
                        "category",
                        category,
                        "requestingOrganisation",
                        requester,
                        "date",
                        "2026-11-23"));
    }
}
