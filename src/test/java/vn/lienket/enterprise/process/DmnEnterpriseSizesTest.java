package vn.lienket.enterprise.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.engine.DecisionTables;
import vn.lienket.enterprise.Enterprise;
import vn.lienket.enterprise.EnterpriseSizes;
import vn.lienket.enterprise.Sector;
import vn.lienket.support.ProcessTest;

/** Sizes in bulk say what the engine says of each enterprise. */
@ProcessTest
class DmnEnterpriseSizesTest {

    private static final long BILLION = 1_000_000_000;
    private static final int[] HEADCOUNTS = {10, 50, 100, 200};
    private static final long[] MONEY = {3, 10, 20, 50, 100, 200, 300};
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    EnterpriseSizes sizes;

    @Autowired
    DecisionTables decisions;

    @ParameterizedTest
    @EnumSource(Sector.class)
    void onBothSidesOfEveryLimit(Sector sector) {
        List<Enterprise> enterprises = new ArrayList<>();
        int[] headcounts = IntStream.of(HEADCOUNTS)
                .flatMap(limit -> IntStream.of(limit, limit + 1))
                .toArray();
        long[] amounts = LongStream.of(MONEY)
                .map(limit -> limit * BILLION)
                .flatMap(limit -> LongStream.of(limit, limit + 1))
                .toArray();
        for (int employees : headcounts) {
            for (long amount : amounts) {
                enterprises.add(enterprise(sector, employees, amount, Long.MAX_VALUE / 2000));
                enterprises.add(enterprise(sector, employees, Long.MAX_VALUE / 2000, amount));
            }
        }
        assertSameAsTheEngine(enterprises, TODAY);
    }

    @Test
    void onEnterprisesOfAnyKind() {
        Random random = new Random(2026);
        assertSameAsTheEngine(
                Stream.generate(() -> enterprise(
                                Sector.values()[random.nextInt(3)],
                                random.nextInt(260),
                                random.nextLong(400) * BILLION + random.nextInt(2),
                                random.nextLong(150) * BILLION + random.nextInt(2)))
                        .limit(500)
                        .toList(),
                TODAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-10-14", "2021-10-15", "2026-06-30", "2026-07-01", "2099-12-31"})
    void onAnyDay(LocalDate day) {
        assertSameAsTheEngine(List.of(enterprise(Sector.AGRICULTURE, 10, 0, 0)), day);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void theWholeRegistryIsAMatterOfSeconds() {
        List<Enterprise> all = Stream.generate(() -> enterprise(Sector.TRADE_SERVICES, 101, 1, 1))
                .limit(65_000)
                .toList();

        assertThat(sizes.sizesOf(all, TODAY)).hasSize(65_000).containsOnly(Optional.of("large"));
    }

    @Test
    void theVersionNamesWhatIsDeployedAndInForce() {
        String version = sizes.version(TODAY).orElseThrow();

        assertThat(version).startsWith(EnterpriseModel.DECISION_SIZE + ":").contains("[14, 15, 16");
        assertThat(sizes.version(TODAY.plusDays(1))).hasValue(version);
        assertThat(sizes.version(LocalDate.of(2021, 10, 14)).orElseThrow()).isNotEqualTo(version);
    }

    private void assertSameAsTheEngine(List<Enterprise> enterprises, LocalDate day) {
        List<Optional<String>> expected =
                enterprises.stream().map(enterprise -> answer(enterprise, day)).toList();

        assertThat(sizes.sizesOf(enterprises, day)).isEqualTo(expected);
    }

    private Optional<String> answer(Enterprise enterprise, LocalDate day) {
        Map<String, Object> inputs = Map.of(
                "sector", enterprise.sector().id(),
                "employees", enterprise.employees(),
                "revenue", enterprise.revenue(),
                "capital", enterprise.capital(),
                "date", day.toString());
        return decisions.rows(EnterpriseModel.DECISION_SIZE, inputs).stream()
                .findFirst()
                .map(row -> (String) row.get("size"));
    }

    private static Enterprise enterprise(Sector sector, int employees, long revenue, long capital) {
        return new Enterprise(
                "3700123456",
                "Công ty",
                sector,
                employees,
                revenue,
                capital,
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
