package vn.lienket.access;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who needs a second factor.
 *
 * @param roles ids of roles as in the directory, and {@code admin} for the administrators of the engine; everybody else may have one
 * @param key encrypts the secrets: 32 random bytes in Base64; blank in the embedded mode, which has its own in the data directory
 */
@ConfigurationProperties("lienket.second-factor")
record SecondFactorProperties(Set<String> roles, String key) {

    static final String ADMIN = "admin";

    SecondFactorProperties {
        roles = roles == null ? Set.of() : Set.copyOf(roles);
        key = key == null ? "" : key.strip();
    }

    @Override
    public String toString() {
        return "SecondFactorProperties" + roles;
    }
}
