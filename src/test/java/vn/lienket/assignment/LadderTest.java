package vn.lienket.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import vn.lienket.assignment.LadderStep.Work;
import vn.lienket.yaml.InvalidFileException;

class LadderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Work LEGAL = new Work("binhduong", "legal", "P");

    @Test
    void theOneThatShipsHasThreeStages() {
        assertThat(LadderReader.read(new ClassPathResource("reference/deadlines.yaml")))
                .extracting(LadderStep::stage, LadderStep::days, LadderStep::tell, LadderStep::urgent)
                .containsExactly(
                        tuple(1, -2, Set.of("worker"), false),
                        tuple(2, 0, Set.of("worker", "leader"), false),
                        tuple(3, 3, Set.of("leader", "manager"), false));
    }

    @Test
    void whatSaysMostAboutWhoseWorkItIsForApplies() {
        List<LadderStep> steps = read(
                step(1, "-2", ""),
                step(1, "-3", ", organisation: binhduong"),
                step(1, "-5", ", organisation: binhduong, role: legal"),
                step(1, "-9", ", organisation: tayninh, role: legal, process: P"));

        assertThat(Ladder.applying(steps, 1, LEGAL, TODAY).days()).isEqualTo(-5);
        assertThat(Ladder.applying(steps, 1, new Work("binhduong", "clerk", "X"), TODAY)
                        .days())
                .isEqualTo(-3);
        assertThat(Ladder.applying(steps, 1, new Work(null, null, "X"), TODAY).days())
                .isEqualTo(-2);
    }

    @Test
    void aNewLineAppliesFromItsDay() {
        List<LadderStep> steps = read(step(1, "-2", ""), step(1, "-4", "").replace("2023-10-06", "2026-11-24"));

        assertThat(Ladder.applying(steps, 1, LEGAL, TODAY).days()).isEqualTo(-2);
        assertThat(Ladder.applying(steps, 1, LEGAL, TODAY.plusDays(1)).days()).isEqualTo(-4);
        assertThat(Ladder.applying(steps, 1, LEGAL, LocalDate.of(2020, 1, 1)).days())
                .isEqualTo(-2);
    }

    @Test
    void everyErrorIsNamedWithItsLine() {
        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> read(
                        step(1, "hai", ""),
                        step(2, "0", ", role: lawyer").replace("[worker]", "[worker, boss]"),
                        step(3, "3", ", organisation: qtsc")))
                .withMessageStartingWith("Các bậc nhắc hạn (")
                .withMessageContaining("số ngày từ -999 đến 999")
                .withMessageContaining("không có người nhận 'boss'")
                .withMessageContaining("không có vai trò 'lawyer'")
                .withMessageContaining("bậc 3 thiếu dòng chung");
    }

    private static String step(int stage, String days, String more) {
        return "- { stage: %d, days: %s, tell: [worker]%s, from: \"2023-10-06\", citation: \"QĐ 1\" }"
                .formatted(stage, days, more);
    }

    private static List<LadderStep> read(String... lines) {
        return LadderReader.read(new ByteArrayResource(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
    }
}
