package vn.lienket.maturity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A version of the questions that measure how digital an enterprise is. An assessment is pinned to the version it was made with.
 *
 * @param version unique, e.g. {@code internal-2026.1}
 * @param official whether an authority issued it
 * @param status what users are told about its standing
 * @param citation what it follows
 * @param effectiveTo the last day, or null
 * @param scale what the answers 0–5 mean where a question says nothing else
 * @param levels ascending, the first from 0
 */
public record MaturityFramework(
        String version,
        String name,
        boolean official,
        String status,
        String citation,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        List<Meaning> scale,
        List<Pillar> pillars,
        List<Level> levels) {

    static final int HIGHEST_ANSWER = 5;

    public MaturityFramework {
        scale = List.copyOf(scale);
        pillars = List.copyOf(pillars);
        levels = List.copyOf(levels);
    }

    /** Whether it is to be used on that day. */
    public boolean isInForce(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
    }

    /** Every question, in the order of the pillars. */
    public Stream<Question> questions() {
        return pillars.stream().flatMap(pillar -> pillar.questions().stream());
    }

    /**
     * Checks answers as they come from a form: a value is a whole number 0–5, as a number or as text.
     *
     * @param raw by question id; null counts as empty
     * @return every question with its answer, in the order of the framework
     * @throws vn.lienket.problem.ProblemException on the field {@code answers} with the questions that have no or a wrong answer, or
     *     are unknown
     */
    public Map<String, Integer> check(Map<String, ?> raw) {
        return new AnswerCheck(this).check(raw);
    }

    /**
     * The scores of checked answers. A pillar has the weighted mean of its answers in percent of the highest, the whole the weighted
     * mean of the pillars. Fractions are exact until the end, where each figure is rounded once, half up, to one decimal; so the
     * overall score comes from the unrounded pillars.
     *
     * @throws IllegalArgumentException if a question has no answer
     */
    public Scores score(Map<String, Integer> answers) {
        Map<String, BigDecimal> byPillar = new LinkedHashMap<>();
        Fraction sum = Fraction.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (Pillar pillar : pillars) {
            Fraction score = pillar.score(answers);
            byPillar.put(pillar.id(), score.percent());
            sum = sum.plus(score.times(pillar.weight()));
            weights = weights.add(pillar.weight());
        }
        return new Scores(byPillar, sum.dividedBy(weights).percent());
    }

    /** The highest level whose cut-off the overall score, as rounded, reaches. */
    public Level level(BigDecimal overall) {
        return levels.stream()
                .filter(level -> level.from().compareTo(overall) <= 0)
                .reduce((lower, higher) -> higher)
                .orElseThrow(() -> new IllegalArgumentException("No level for " + overall));
    }

    /** The level with that id. */
    public Optional<Level> level(String id) {
        return levels.stream().filter(level -> level.id().equals(id)).findFirst();
    }
}
