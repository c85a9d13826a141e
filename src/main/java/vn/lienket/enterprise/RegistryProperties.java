package vn.lienket.enterprise;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the registry.
 *
 * @param keeper the organisation whose officers import and change enterprises
 * @param channel its members may read them
 * @param lease after this time without a finished batch another node takes an import over
 * @param poll how often a node looks for imports that others have left
 */
@ConfigurationProperties("lienket.registry")
record RegistryProperties(
        @DefaultValue("binhduong") String keeper,
        @DefaultValue("binhduong-qtsc") String channel,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("5s") Duration poll) {}
