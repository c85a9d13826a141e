package vn.lienket.maturity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A pillar of a framework.
 *
 * @param shortName where there is little space, as in the radar chart
 * @param weight its share in the overall score, in relation to the other pillars; above 0
 */
public record Pillar(String id, String name, String shortName, BigDecimal weight, List<Question> questions) {

    public Pillar {
        questions = List.copyOf(questions);
    }

    /** The weighted mean of the answers to its questions, 0–1. */
    Fraction score(Map<String, Integer> answers) {
        BigDecimal points = BigDecimal.ZERO;
        BigDecimal highest = BigDecimal.ZERO;
        for (Question question : questions) {
            Integer answer = answers.get(question.id());
            if (answer == null) {
                throw new IllegalArgumentException("No answer to " + question.id());
            }
            points = points.add(question.weight().multiply(BigDecimal.valueOf(answer)));
            highest = highest.add(question.weight().multiply(BigDecimal.valueOf(MaturityFramework.HIGHEST_ANSWER)));
        }
        return new Fraction(points, highest);
    }
}
