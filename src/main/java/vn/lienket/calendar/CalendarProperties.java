package vn.lienket.calendar;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Settings of this module.
 *
 * @param location the reference data, e.g. {@code file:/etc/lienket/working-days.yaml}
 */
@ConfigurationProperties("lienket.calendar")
record CalendarProperties(
        @DefaultValue("classpath:reference/working-days.yaml")
        Resource location) {}
