package vn.lienket.assignment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Settings of this module.
 *
 * @param deadlines in place of the ladder that ships, e.g. {@code file:/etc/lienket/deadlines.yaml}
 */
@ConfigurationProperties("lienket.assignment")
record AssignmentProperties(
        @DefaultValue("classpath:reference/deadlines.yaml") Resource deadlines) {}
