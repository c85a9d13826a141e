package vn.lienket.enterprise;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the registry.
 *
 * @param keeper the organisation whose officers import and change enterprises
 * @param channel its members may read them
 */
@ConfigurationProperties("lienket.registry")
record RegistryProperties(
        @DefaultValue("binhduong") String keeper,
        @DefaultValue("binhduong-qtsc") String channel) {}
