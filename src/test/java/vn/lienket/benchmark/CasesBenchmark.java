package vn.lienket.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Figures, not verdicts, of the packaged application under clerks: {@code ./mvnw -Pbenchmark verify}, with
 * {@code -Dlienket.baseline=PATH.jar} beside an earlier one, in turns. The report is {@code target/benchmark.md}.
 * {@code -Dlienket.benchmark.cases} (1000,20000 open), {@code .clerks} (50), {@code .seconds} (60 a round) and {@code .rounds} (3) make it
 * shorter; {@code .pause} (0 ms) is what a clerk looks at each thing before the next step.
 */
@EnabledIfSystemProperty(named = "lienket.benchmark", matches = "true")
class CasesBenchmark {

    private static final List<String> STEPS = List.of("start", "list", "claim", "complete", "next task");
    private static final Path FOLDER = Path.of("target", "benchmark");
    private static final Path REPORT = Path.of("target", "benchmark.md");
    private static final int COUNTED = 20;
    private static final int LOOKS = 20;

    private final List<Integer> sizes =
            List.of(System.getProperty("lienket.benchmark.cases", "1000,20000").split(",")).stream()
                    .map(Integer::valueOf)
                    .toList();
    private final int clerks = Integer.getInteger("lienket.benchmark.clerks", 50);
    private final Duration seconds = Duration.ofSeconds(Integer.getInteger("lienket.benchmark.seconds", 60));
    private final Duration pause = Duration.ofMillis(Integer.getInteger("lienket.benchmark.pause", 0));
    private final int rounds = Integer.getInteger("lienket.benchmark.rounds", 3);
    private final StringBuilder report = new StringBuilder();

    /** What is known of one application. */
    private static final class Measured {

        private final RunningJar jar;
        private final Office office;
        private final Map<String, Samples> work = new LinkedHashMap<>();
        private final Map<Integer, Samples> looks = new TreeMap<>();
        private final Map<Integer, Map<String, String>> bytes = new TreeMap<>();
        private final Map<String, List<Double>> rates = new LinkedHashMap<>();
        private double statements;
        private double growth;

        private Measured(RunningJar jar, Office office) {
            this.jar = jar;
            this.office = office;
        }
    }

    @Test
    void clerksAtTodaysJarAndTheBaseline() throws Exception {
        Files.createDirectories(FOLDER);
        List<Measured> all = new ArrayList<>();
        try {
            all.add(started("today", Path.of(System.getProperty("lienket.benchmark.jar"))));
            if (System.getProperty("lienket.baseline") != null) {
                all.add(started("baseline", Path.of(System.getProperty("lienket.baseline"))));
            }
            int cases = 0;
            for (int size : sizes) {
                for (Measured one : all) {
                    one.office.open(size - cases);
                    Samples looks = new Samples();
                    one.bytes.put(size, one.office.look(LOOKS, looks));
                    one.looks.put(size, looks);
                }
                cases = size;
            }
            for (Measured one : all) {
                one.office.workOff(COUNTED, new Samples());
                one.statements = (double) one.jar.statements(() -> {
                            one.office.workOff(COUNTED, new Samples());
                            return null;
                        })
                        / COUNTED;
                grow(one);
            }
            for (int round = 0; round < rounds; round++) {
                for (Measured one : all) {
                    round(one, "clerks alone", false);
                    round(one, "during a bulk opening", true);
                }
            }
            write(all);
        } finally {
            for (Measured one : all) {
                one.jar.close();
            }
        }
        assertThat(REPORT).isNotEmptyFile();
    }

    private Measured started(String name, Path jar) throws Exception {
        RunningJar running = new RunningJar(name, jar, FOLDER);
        return new Measured(running, new Office(running, clerks));
    }

    private static void grow(Measured one) throws Exception {
        long before = one.jar.bytes();
        one.office.workOff(10 * COUNTED, new Samples());
        one.jar.awaitQuiet();
        one.growth = (double) (one.jar.bytes() - before) / (10 * COUNTED);
    }

    private void round(Measured one, String what, boolean bulk) throws Exception {
        if (bulk) {
            one.office.openInBulk(clerks * 40, true);
        }
        int cases = one.office.work(seconds, pause, one.work.computeIfAbsent(what, name -> new Samples()));
        one.rates.computeIfAbsent(what, name -> new ArrayList<>()).add((double) cases / seconds.toSeconds());
        one.jar.awaitQuiet();
    }

    private void write(List<Measured> all) throws Exception {
        line("# Benchmark");
        line("");
        line(
                "%d clerks who pause %d ms before each step, %d rounds of %d s, %s cases open; each application in its own process, in turns."
                        .formatted(clerks, pause.toMillis(), rounds, seconds.toSeconds(), sizes));
        line("");
        line("| a case: start, claim, complete, mails | "
                + String.join(" | ", all.stream().map(one -> one.jar.name()).toList()) + " | ratio |");
        line("| --- |" + " --- |".repeat(all.size() + 1));
        row("statements", all.stream().map(one -> one.statements).toList());
        row("bytes of tables and indexes", all.stream().map(one -> one.growth).toList());
        for (String what : all.get(0).rates.keySet()) {
            for (int round = 0; round < rounds; round++) {
                int number = round;
                row(
                        "cases a second, %s, round %d".formatted(what, round + 1),
                        all.stream().map(one -> one.rates.get(what).get(number)).toList());
            }
        }
        for (String what : all.get(0).work.keySet()) {
            for (String step : STEPS) {
                for (int percent : new int[] {50, 95, 99}) {
                    row(
                            "%s, %s, p%d ms".formatted(what, step, percent),
                            all.stream()
                                    .map(one -> one.work.get(what).percentile(step, percent))
                                    .toList());
                }
            }
        }
        for (String what : all.get(0).work.keySet()) {
            row(
                    what + ", refused as too busy",
                    all.stream()
                            .map(one -> (double) one.work.get(what).refusals())
                            .toList());
        }
        for (Measured one : all) {
            growth(one);
        }
        Files.writeString(REPORT, report);
    }

    private void growth(Measured one) {
        int first = sizes.get(0);
        int last = sizes.get(sizes.size() - 1);
        line("");
        line("| %s, p50 ms (bytes) | %d cases | %d cases | ratio |".formatted(one.jar.name(), first, last));
        line("| --- | --- | --- | --- |");
        new TreeMap<>(one.bytes.get(first)).forEach((view, bytes) -> {
            double small = one.looks.get(first).percentile(view, 50);
            double large = one.looks.get(last).percentile(view, 50);
            line("| %s | %.1f (%s) | %.1f (%s) | %.2f |"
                    .formatted(view, small, bytes, large, one.bytes.get(last).get(view), large / small));
        });
    }

    private void row(String what, List<Double> values) {
        StringBuilder row = new StringBuilder("| ").append(what).append(" |");
        values.forEach(value -> row.append(" %.1f |".formatted(value)));
        line(row.append(values.size() == 2 ? " %.2f |".formatted(values.get(0) / values.get(1)) : " |")
                .toString());
    }

    private void line(String text) {
        report.append(text).append('\n');
    }
}
