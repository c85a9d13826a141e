package vn.lienket.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much may be sent: how many requests a second for long; ten seconds' worth may come at once. 0 = as many as they like. A page of
 * Tasklist is about sixty requests, and an office of 200 people sits behind one address.
 *
 * @param person by one signed-in person
 * @param address from one network address
 * @param connections how many one network address may have open; this machine and the proxies as many as they like
 * @param head how long the head of a request may take from its first byte to its last
 */
@ConfigurationProperties("lienket.rate")
record RateProperties(
        @DefaultValue("100") int person,
        @DefaultValue("500") int address,
        @DefaultValue("300") int connections,
        @DefaultValue("20s") Duration head) {}
