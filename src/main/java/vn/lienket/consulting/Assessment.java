package vn.lienket.consulting;

import java.math.BigDecimal;
import java.time.Instant;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;
import vn.lienket.rule.Verification;

/**
 * An assessment of the enterprise's digital maturity.
 *
 * @param overall 0 to 100 with one decimal
 * @param level code of the level, null while none is determined
 * @param levelCitation the rule the level comes from, or what the person who determined it based it on
 * @param levelVerification null where a person determined the level
 * @param assessor user id
 */
@Table(schema = "lienket", value = "consulting_assessment")
public record Assessment(
        Stage stage,
        BigDecimal overall,
        String level,
        String levelName,
        String levelCitation,
        @Embedded.Nullable(prefix = "verification_") Verification levelVerification,
        String assessor,
        Instant assessedAt) {

    Assessment at(LevelRule rule) {
        return new Assessment(
                stage,
                overall,
                rule.level(),
                rule.levelName(),
                rule.citation(),
                rule.verification(),
                assessor,
                assessedAt);
    }
}
