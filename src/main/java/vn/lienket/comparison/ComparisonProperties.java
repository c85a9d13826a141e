package vn.lienket.comparison;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one comparison may cost.
 *
 * @param maxSize of each file
 * @param maxText characters of each text
 * @param maxSteps words that are held against each other; what needs more is told as replaced
 * @param deadline to read each file
 * @param atOnce how many are made at a time on a node
 */
@ConfigurationProperties("lienket.comparison")
record ComparisonProperties(
        @DefaultValue("20MB") DataSize maxSize,
        @DefaultValue("500000") int maxText,
        @DefaultValue("200000000") long maxSteps,
        @DefaultValue("20s") Duration deadline,
        @DefaultValue("2") int atOnce) {}
