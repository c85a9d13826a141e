package vn.lienket.consulting.process;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienket.consulting.process.ConsultingModel.DECISION_SUPPORT;
import static vn.lienket.support.Decisions.with;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.support.Decisions;
import vn.lienket.support.ProcessTest;

@ProcessTest
class SupportEntitlementDecisionTest {

    private static final Map<String, Object> NETWORK_SMALL =
            Map.of("supportKind", "network-consulting", "size", "small", "preferential", false, "date", "2026-11-23");

    @Autowired
    Decisions decisions;

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            supportKind,        size,   preferential, rate, cap,       article, verification
            dx-consulting,      micro,  false,        0.0,  0,         11,      W
            dx-consulting,      micro,  true,         0.0,  0,         11,      W
            dx-consulting,      small,  false,        0.5,  50000000,  11,      W
            dx-consulting,      small,  true,         0.5,  50000000,  11,      W
            dx-consulting,      medium, false,        0.5,  100000000, 11,      W
            dx-consulting,      medium, true,         0.5,  100000000, 11,      W
            dx-consulting,      large,  false,        0.0,  0,         5,       S
            dx-consulting,      large,  true,         0.0,  0,         5,       S
            dx-solution,        micro,  false,        0.5,  20000000,  11,      W
            dx-solution,        micro,  true,         0.5,  20000000,  11,      W
            dx-solution,        small,  false,        0.5,  50000000,  11,      W
            dx-solution,        small,  true,         0.5,  50000000,  11,      W
            dx-solution,        medium, false,        0.5,  100000000, 11,      W
            dx-solution,        medium, true,         0.5,  100000000, 11,      W
            dx-solution,        large,  false,        0.0,  0,         5,       S
            dx-solution,        large,  true,         0.0,  0,         5,       S
            network-consulting, micro,  false,        1.0,  50000000,  13,      S
            network-consulting, micro,  true,         1.0,  70000000,  13,      S
            network-consulting, small,  false,        0.5,  100000000, 13,      S
            network-consulting, small,  true,         0.5,  150000000, 13,      S
            network-consulting, medium, false,        0.3,  150000000, 13,      S
            network-consulting, medium, true,         0.3,  200000000, 13,      S
            network-consulting, large,  false,        0.0,  0,         5,       S
            network-consulting, large,  true,         0.0,  0,         5,       S
            """)
    void everyKindOfSupportForEverySize(
            String supportKind,
            String size,
            boolean preferential,
            double rate,
            long cap,
            String article,
            String verification) {
        Map<String, Object> inputs =
                Map.of("supportKind", supportKind, "size", size, "preferential", preferential, "date", "2026-06-30");

        assertThat(decisions.answer(DECISION_SUPPORT, inputs))
                .containsEntry("rate", rate)
                .containsEntry("cap", cap)
                .containsEntry("citation", "Nghị định 80/2021/NĐ-CP, Điều " + article)
                .containsEntry("effectiveFrom", "2021-10-15")
                .containsEntry("effectiveTo", "2026-06-30")
                .containsEntry("verification", verification)
                .containsEntry("reservation", null);
        assertThat(decisions.answer(DECISION_SUPPORT, with(inputs, "date", "2026-07-01")))
                .containsEntry("rate", rate)
                .containsEntry("cap", cap)
                .containsEntry("citation", "Nghị định 80/2021/NĐ-CP, Điều " + article)
                .containsEntry("effectiveFrom", "2026-07-01")
                .containsEntry("effectiveTo", null)
                .containsEntry("verification", "R")
                .hasEntrySatisfying(
                        "reservation",
                        reason -> assertThat((String) reason).contains("148/2025/QH15", "224/2026/NĐ-CP"));
    }

    @ParameterizedTest
    @CsvSource({"2021-10-14,", "2021-10-15, 100000000", "2026-06-30, 100000000", "2026-07-01, 100000000"})
    void theDecreeAppliesFromItsFirstDayOnAndNothingIsKnownBefore(String date, Long cap) {
        assertThat(answer("date", date).get("cap")).isEqualTo(cap);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "none", "DX-solution", "technology-transfer"})
    void aKindOfSupportThatIsNotRegulatedHasNoRow(String supportKind) {
        assertThat(answer("supportKind", supportKind)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "tiny"})
    void anUnknownSizeHasNoRow(String size) {
        assertThat(answer("size", size)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "có"})
    void whereThePreferenceCountsItMustBeKnown(String preferential) {
        assertThat(answer("preferential", preferential)).isEmpty();
    }

    @Test
    void whereThePreferenceDoesNotCountItMayBeUnknown() {
        assertThat(decisions.answer(
                        DECISION_SUPPORT, Map.of("supportKind", "dx-solution", "size", "small", "date", "2026-11-23")))
                .containsEntry("cap", 50_000_000L);
    }

    @Test
    void everyRowIsTested() {
        assertThat(decisions.rules(DECISION_SUPPORT)).hasSize(26);
    }

    private Map<String, Object> answer(String name, Object value) {
        return decisions.answer(DECISION_SUPPORT, with(NETWORK_SMALL, name, value));
    }
}
