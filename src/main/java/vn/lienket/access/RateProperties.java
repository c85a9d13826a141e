package vn.lienket.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests a second may be sent for long; ten seconds' worth may come at once. 0 = as many as they like. A page of
 * Tasklist is about sixty requests, and an office of 200 people sits behind one address.
 *
 * @param person by one signed-in person
 * @param address from one network address
 */
@ConfigurationProperties("lienket.rate")
record RateProperties(
        @DefaultValue("100") int person,
        @DefaultValue("500") int address) {}
