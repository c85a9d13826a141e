package vn.lienket.consulting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienket.rule.Verification;

class GrantTest {

    private static final Verification UNVERIFIED = new Verification(Verification.Mark.RECALLED, "luật đã sửa");

    /** Money in whole VND: rate × cost with the fraction dropped, at most what the year's cap has left. */
    @ParameterizedTest(name = "{0} × {1}, cap {2}, granted before {3}: {4}")
    @CsvSource({
        "0.5, 80000000, 50000000, 0, 40000000",
        "0.5, 100000000, 50000000, 0, 50000000",
        "0.5, 100000001, 50000000, 0, 50000000",
        "0.5, 99999999, 50000000, 0, 49999999",
        "0.3, 3, 150000000, 0, 0",
        "0.3, 11, 150000000, 0, 3",
        "0.335, 1000, 150000000, 0, 335",
        "1, 70000000, 70000000, 0, 70000000",
        "0.5, 80000000, 50000000, 10000000, 40000000",
        "0.5, 80000000, 50000000, 10000001, 39999999",
        "0.5, 80000000, 50000000, 49999999, 1",
        "0.5, 80000000, 50000000, 50000000, 0",
        "0.5, 80000000, 20000000, 50000000, 0",
        "0, 80000000, 0, 0, 0",
        "0.5, 0, 50000000, 0, 0",
        "0.5, 1000000000000, 1000000000000, 0, 500000000000",
    })
    void theSmallerOfTheShareAndWhatIsLeftOfTheCap(
            BigDecimal rate, long cost, long cap, long grantedBefore, long amount) {
        assertThat(grant(rate, cost, cap, grantedBefore).amount()).isEqualTo(amount);
    }

    @Test
    void keepsWhatItWasCalculatedFrom() {
        Grant grant = grant(new BigDecimal("0.5"), 80_000_000, 50_000_000, 10_000_001);

        assertThat(grant)
                .isEqualTo(new Grant(
                        "0312345678",
                        2026,
                        SupportKind.DX_SOLUTION,
                        80_000_000,
                        new BigDecimal("0.5"),
                        50_000_000,
                        10_000_001,
                        39_999_999,
                        "Điều 11",
                        UNVERIFIED,
                        false));
    }

    @Test
    void isReleasedWithItsCalculationLeftReadable() {
        Grant grant = grant(new BigDecimal("0.5"), 80_000_000, 50_000_000, 0);

        Grant released = grant.release();

        assertThat(released.released()).isTrue();
        assertThat(released)
                .usingRecursiveComparison()
                .ignoringFields("released")
                .isEqualTo(grant);
    }

    @Test
    void saysOnWhatItRestsAndHowFarThatWasVerified() {
        assertThat(grant(new BigDecimal("0.5"), 80_000_000, 50_000_000, 0).basis())
                .isEqualTo("Điều 11 (chưa kiểm chứng: luật đã sửa)");
    }

    private static Grant grant(BigDecimal rate, long cost, long cap, long grantedBefore) {
        return Grant.of(
                "0312345678",
                2026,
                new Entitlement(SupportKind.DX_SOLUTION, rate, cap, "Điều 11", UNVERIFIED, null),
                cost,
                grantedBefore);
    }
}
