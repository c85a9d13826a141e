package vn.lienket.engine;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Accounts at start.
 *
 * @param adminPassword first password of the user {@code admin}; later changes are made in Camunda Admin
 * @param demoPassword password of every person of the demo directory; null in production, where people set their own
 */
@ConfigurationProperties("lienket")
record EngineProperties(String adminPassword, String demoPassword) {}
