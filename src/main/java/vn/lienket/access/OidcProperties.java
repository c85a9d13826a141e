package vn.lienket.access;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The office's sign-in service (OpenID Connect), in the profile {@code oidc}.
 *
 * @param issuer its address, which is also what its tokens name
 * @param personClaim the claim that is a person's id in the directory
 * @param groupsClaim the claim that lists his groups, e.g. {@code binhduong-officer}; what it says counts, not the directory
 */
@ConfigurationProperties("lienket.oidc")
record OidcProperties(String issuer, String clientId, String clientSecret, String personClaim, String groupsClaim) {}
