package vn.lienket.transfer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienket.support.Decisions.with;
import static vn.lienket.transfer.process.TransferModel.DECISION_REGISTRATION;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.support.Decisions;
import vn.lienket.support.ProcessTest;

@ProcessTest
class TransferRegistrationDecisionTest {

    private static final Map<String, Object> STATE_BUDGET =
            Map.of("usesStateBudget", true, "foreignParty", false, "existingCertificate", false, "date", "2026-11-23");

    @Autowired
    Decisions decisions;

    @ParameterizedTest
    @CsvSource({
        // budget, foreign, certificate, compulsory, days
        "true,  true,  true,  true,  90",
        "true,  true,  false, true,  90",
        "false, true,  true,  true,  90",
        "false, true,  false, true,  90",
        "true,  false, false, true,  90",
        "true,  false, true,  false,",
        "false, false, true,  false,",
        "false, false, false, false,"
    })
    void everyContractHasOneAnswer(
            boolean budget, boolean foreign, boolean certificate, boolean compulsory, Integer days) {
        assertThat(answer(budget, foreign, certificate, "2026-03-31"))
                .containsEntry("compulsory", compulsory)
                .containsEntry("deadlineDays", days)
                .containsEntry("citation", "Luật Chuyển giao công nghệ số 07/2017/QH14, Điều 31")
                .containsEntry("effectiveFrom", "2018-07-01")
                .containsEntry("effectiveTo", "2026-03-31")
                .containsEntry("verification", "W")
                .containsEntry("reservation", null);
        assertThat(answer(budget, foreign, certificate, "2026-04-01"))
                .containsEntry("compulsory", compulsory)
                .containsEntry("deadlineDays", days)
                .containsEntry("citation", "Luật Chuyển giao công nghệ số 07/2017/QH14, Điều 31")
                .containsEntry("effectiveFrom", "2026-04-01")
                .containsEntry("effectiveTo", null)
                .containsEntry("verification", "R")
                .hasEntrySatisfying(
                        "reservation",
                        reason -> assertThat((String) reason).contains("115/2025/QH15", "Điều 31", "đề xuất"));
    }

    @ParameterizedTest
    @CsvSource({
        "2018-06-30, false, false,",
        "2018-07-01, false, false, true",
        "2018-06-30, true,  false,",
        "2018-07-01, true,  false, true",
        "2018-06-30, false, true,",
        "2018-07-01, false, true,  false",
        "2026-03-31, false, false, true",
        "2026-04-01, false, false, true",
        "2026-11-23, true,  false, true",
        "2026-11-23, false, true,  false"
    })
    void theLawAppliesFromItsFirstDayOn(String date, boolean foreign, boolean certificate, Boolean compulsory) {
        Map<String, Object> contract =
                with(with(STATE_BUDGET, "foreignParty", foreign), "existingCertificate", certificate);

        assertThat(decisions
                        .answer(DECISION_REGISTRATION, with(contract, "date", date))
                        .get("compulsory"))
                .isEqualTo(compulsory);
    }

    @ParameterizedTest
    @CsvSource({"2018-06-30,", "2018-07-01, false", "2026-03-31, false", "2026-04-01, false"})
    void theLawFreesWhatNoBudgetPaysFromItsFirstDayOn(String date, Boolean compulsory) {
        Map<String, Object> contract = with(STATE_BUDGET, "usesStateBudget", false);

        assertThat(decisions
                        .answer(DECISION_REGISTRATION, with(contract, "date", date))
                        .get("compulsory"))
                .isEqualTo(compulsory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"usesStateBudget", "foreignParty"})
    void whatDecidesMustBeTold(String fact) {
        assertThat(decisions.answer(DECISION_REGISTRATION, with(STATE_BUDGET, fact, null)))
                .isEmpty();
    }

    @Test
    void everyRowIsTested() {
        assertThat(decisions.rules(DECISION_REGISTRATION)).hasSize(8);
    }

    private Map<String, Object> answer(boolean budget, boolean foreign, boolean certificate, String date) {
        return decisions.answer(
                DECISION_REGISTRATION,
                Map.of(
                        "usesStateBudget",
                        budget,
                        "foreignParty",
                        foreign,
                        "existingCertificate",
                        certificate,
                        "date",
                        date));
    }
}
