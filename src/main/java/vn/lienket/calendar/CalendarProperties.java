package vn.lienket.calendar;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Settings of this module.
 *
 * @param location the working days, e.g. {@code file:/etc/lienket/working-days.yaml}
 * @param terms in place of the terms that ship, e.g. {@code file:/etc/lienket/terms.yaml}
 * @param limits in place of the limits that ship, e.g. {@code file:/etc/lienket/limits.yaml}
 * @param targets in place of the targets that ship, e.g. {@code file:/etc/lienket/targets.yaml}
 */
@ConfigurationProperties("lienket.calendar")
record CalendarProperties(
        @DefaultValue("classpath:reference/working-days.yaml")
        Resource location,

        @DefaultValue("classpath:reference/terms.yaml") Resource terms,
        @DefaultValue("classpath:reference/limits.yaml") Resource limits,
        @DefaultValue("classpath:reference/targets.yaml") Resource targets) {}
