package vn.lienket.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import vn.lienket.engine.Accounts;
import vn.lienket.page.PageProperties;

/** Sign-in with the accounts of the office (OpenID Connect): the same people, whose groups the office's service tells. */
@Configuration(proxyBeanMethods = false)
@Profile("oidc")
@EnableConfigurationProperties(OidcProperties.class)
class OidcConfiguration {

    static final String OFFICE = "office";

    /** Asks the service for its addresses when somebody first signs in, so that the application starts without it. */
    @Bean
    ClientRegistrationRepository office(OidcProperties properties, PageProperties pages) {
        return new SupplierClientRegistrationRepository(() ->
                new InMemoryClientRegistrationRepository(ClientRegistrations.fromOidcIssuerLocation(properties.issuer())
                        .registrationId(OFFICE)
                        .clientId(properties.clientId())
                        .clientSecret(properties.clientSecret())
                        .redirectUri(pages.baseUrl() + "/login/oauth2/code/" + OFFICE)
                        .scope("openid", "profile")
                        .userNameAttributeName(properties.personClaim())
                        .build()));
    }

    /** Keeps no token: after the sign-in the application asks nothing of the service. */
    @Bean
    OAuth2AuthorizedClientRepository noTokens() {
        return new OAuth2AuthorizedClientRepository() {
            @Override
            public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
                    String registration, Authentication person, HttpServletRequest request) {
                return null;
            }

            @Override
            public void saveAuthorizedClient(
                    OAuth2AuthorizedClient client,
                    Authentication person,
                    HttpServletRequest request,
                    HttpServletResponse response) {
                // not kept
            }

            @Override
            public void removeAuthorizedClient(
                    String registration,
                    Authentication person,
                    HttpServletRequest request,
                    HttpServletResponse response) {
                // not kept
            }
        };
    }

    @Bean
    OidcSignIn oidcSignIn(
            OidcProperties properties, Accounts accounts, StartPage startPage, ApplicationEventPublisher events) {
        return new OidcSignIn(properties, accounts, startPage, events);
    }
}
