package vn.lienket.maturity;

import java.math.BigDecimal;
import java.util.List;

/**
 * A question of a framework.
 *
 * @param id unique in the framework
 * @param help what to look at before answering
 * @param weight its share in the score of its pillar, in relation to the other questions there; above 0
 * @param scale what each answer 0–5 means, in this order
 */
public record Question(String id, String text, String help, BigDecimal weight, List<Meaning> scale) {

    public Question {
        scale = List.copyOf(scale);
    }
}
