package vn.lienket.enterprise.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienket.enterprise.Enterprise;
import vn.lienket.enterprise.Sector;

/** The table of sizes as its next editors might leave it. */
class SizeTableTest {

    private static final Path TABLE = Path.of("bpmn/consulting/enterprise-size.dmn");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Enterprise MICRO = enterprise(5);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[0..10]                       | &lt;= 10",
                "[0..10]                       | [0..10)",
                "[0..10]                       | not(11)",
                "[0..10]                       | [0..10.5]",
                "[0..10]                       | \"10\"",
                "[0..3000000000]               | < capital",
                "&gt;= \"2026-07-01\"          | &gt;= 2021",
                "&gt;= \"2026-07-01\"          | date(\"2026-07-01\")",
                "\"trade-services\"            | trade",
                "\"trade-services\"            | starts with(sector, \"trade\")",
                "\"micro\"                     | if employees > 5 then \"small\" else \"micro\"",
                "string(date(date))            | string(date)",
                "hitPolicy=\"FIRST\"           | hitPolicy=\"UNIQUE\""
            })
    void whatOnlyTheFeelEngineUnderstandsIsRefused(String before, String after) {
        String escaped = after.replace("< ", "&lt; ").replace("> ", "&gt; ");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(before, escaped))
                .withMessageMatching(
                        before.startsWith("string") || before.startsWith("hit")
                                ? ".*DecisionTable_EnterpriseSize.*unknown"
                                : "Row Rule_\\w+ of the table of sizes: no .*");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "[0..10]                  | -                              | 2026-11-23 | micro",
                "[0..10]                  | ''                             | 2026-11-23 | micro",
                "[0..10]                  | 4,5,6                          | 2026-11-23 | micro",
                "[0..10]                  | 4, 6                           | 2026-11-23 | small",
                "&gt;= \"2026-07-01\"     | [\"2026-07-01\"..\"2026-11-23\"] | 2026-11-23 | micro",
                "&gt;= \"2026-07-01\"     | [\"2026-07-01\"..\"2026-11-23\"] | 2026-11-24 | none"
            })
    void whatATableMayAlsoSayIsRead(String before, String after, LocalDate day, String size) {
        assertThat(table(before, after).on(day).apply(MICRO).orElse(null)).isEqualTo(size);
    }

    @Test
    void aPeriodThatEndsTakesItsRowsOutOfForce() {
        SizeTable table = table("&gt;= \"2026-07-01\"", "[\"2026-07-01\"..\"2026-11-23\"]");

        assertThat(table.rowsInForce(TODAY)).hasSize(13).startsWith(14, 15);
        assertThat(table.rowsInForce(TODAY.plusDays(1))).isEmpty();
    }

    private static SizeTable table(String before, String after) {
        try {
            String xml = Files.readString(TABLE);
            assertThat(xml).contains(before);
            return SizeTable.read(Dmn.readModelFromStream(
                    new ByteArrayInputStream(xml.replace(before, after).getBytes(StandardCharsets.UTF_8))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Enterprise enterprise(int employees) {
        return new Enterprise(
                "3700123456",
                "Công ty",
                Sector.TRADE_SERVICES,
                employees,
                1,
                1,
                false,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0);
    }
}
