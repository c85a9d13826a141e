package vn.lienket.maturity;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of this module.
 *
 * @param directory whose {@code *.yaml} files are loaded besides those that ship, e.g. {@code /etc/lienket/maturity}; may be null
 */
@ConfigurationProperties("lienket.maturity")
record MaturityProperties(Path directory) {}
