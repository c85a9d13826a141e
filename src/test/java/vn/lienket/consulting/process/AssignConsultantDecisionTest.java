package vn.lienket.consulting.process;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienket.consulting.process.ConsultingModel.DECISION_CONSULTANT;
import static vn.lienket.support.Decisions.with;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import vn.lienket.party.Parties;
import vn.lienket.party.Role;
import vn.lienket.support.Decisions;
import vn.lienket.support.ProcessTest;

@ProcessTest
class AssignConsultantDecisionTest {

    private static final Map<String, Object> STRATEGY =
            Map.of("sector", "agriculture", "size", "micro", "need", "strategy", "date", "2026-11-23");

    @Autowired
    Decisions decisions;

    @Autowired
    Parties parties;

    @ParameterizedTest
    @CsvSource({
        "strategy,                            sme-digital-transformation",
        "data-ai,                             data-and-ai",
        "cloud,                               data-centre-cloud",
        "solution,                            high-tech-solutions",
        "technology-transfer,                 technology-transfer",
        "other,                               sme-digital-transformation",
        "Muốn bán hàng trên mạng,             sme-digital-transformation"
    })
    void everyNeedHasItsExpertise(String need, String expertise) {
        assertThat(answer("need", need))
                .containsEntry("organisation", "qtsc")
                .containsEntry("expertise", expertise)
                .containsEntry("effectiveFrom", "2023-10-06")
                .containsEntry("effectiveTo", null)
                .containsEntry("verification", "W")
                .hasEntrySatisfying(
                        "citation", citation -> assertThat((String) citation).contains("06/10/2023"));
    }

    @Test
    void everyNeedOfTheCatalogueIsAnsweredBySomebodyOfTheDirectory() throws IOException {
        assertThat(catalogue())
                .hasSize(6)
                .allSatisfy(need -> assertThat(need.get("name")).isNotBlank())
                .map(need -> answer("need", need.get("code")))
                .allSatisfy(
                        answer -> assertThat(parties.members(Role.EXPERT.groupOf((String) answer.get("organisation"))))
                                .anyMatch(person -> person.skills().contains(answer.get("expertise"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"agriculture", "industry-construction", "trade-services"})
    void everySectorIsAdvised(String sector) {
        assertThat(answer("sector", sector)).containsEntry("organisation", "qtsc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"micro", "small", "medium"})
    void everySizeOfTheAgreementIsAdvised(String size) {
        assertThat(answer("size", size)).containsEntry("organisation", "qtsc");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "large"})
    void otherSizesAreNot(String size) {
        assertThat(answer("size", size)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "banking"})
    void otherSectorsAreNot(String sector) {
        assertThat(answer("sector", sector)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "")
    void aNeedMustBeTold(String need) {
        assertThat(answer("need", need)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2023-10-05,", "2023-10-06, qtsc"})
    void theAgreementAppliesFromItsSigningOn(String date, String organisation) {
        assertThat(answer("date", date).get("organisation")).isEqualTo(organisation);
    }

    @Test
    void everyRowIsTested() {
        assertThat(decisions.rules(DECISION_CONSULTANT)).hasSize(6);
    }

    private Map<String, Object> answer(String name, Object value) {
        return decisions.answer(DECISION_CONSULTANT, with(STRATEGY, name, value));
    }

    private static List<Map<String, String>> catalogue() throws IOException {
        try (InputStream file = new ClassPathResource("reference/consulting-needs.yaml").getInputStream()) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        }
    }
}
