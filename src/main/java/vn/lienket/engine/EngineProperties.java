package vn.lienket.engine;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Accounts at start, and what the engine lets in.
 *
 * @param adminPassword first password of the user {@code admin}; later changes are made in Camunda Admin
 * @param demoPassword password of every person of the demo directory; null in production, where people set their own
 * @param deploymentRest whether an administrator may bring in models over REST; the product's own models never come that way
 */
@ConfigurationProperties("lienket")
record EngineProperties(String adminPassword, String demoPassword, boolean deploymentRest) {}
