package vn.lienket.maturity;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The result of an assessment: 0–100 with one decimal.
 *
 * @param pillars by the pillar's id, in the order of the framework
 */
public record Scores(Map<String, BigDecimal> pillars, BigDecimal overall) {

    public Scores {
        pillars = Collections.unmodifiableMap(new LinkedHashMap<>(pillars));
    }
}
