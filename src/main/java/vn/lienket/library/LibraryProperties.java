package vn.lienket.library;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param lease after this time another node reads a file that one has begun
 * @param poll how often a node looks for files that others have left
 */
@ConfigurationProperties("lienket.library")
record LibraryProperties(
        @DefaultValue("5m") Duration lease,
        @DefaultValue("30s") Duration poll) {}
