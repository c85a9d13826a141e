package vn.lienket.access;

import jakarta.servlet.Filter;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.UrlHandlerFilter;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.User;

/** The limits in front of everything else. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

    /** Behind the filter that takes the sender's address from a proxy, before all that reads a body or signs anybody in. */
    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 10;
    /** Behind everything that signs in. */
    private static final int SIGNED_IN = 0;

    private static final Duration SILENCE = Duration.ofSeconds(10);

    /** More at once than an office sends, fewer than there are threads. */
    private static final int ADDRESS_AT_ONCE = 600;
    /** Two browsers full; half of the connections to the database. */
    private static final int PERSON_AT_ONCE = 10;

    private static final int PERSON_WAITING = 40;
    private static final Duration PERSON_PATIENCE = Duration.ofSeconds(10);

    /** An address with a slash at its end means the one without. */
    @Bean
    FilterRegistrationBean<Filter> finalSlashFilter() {
        return filter(
                UrlHandlerFilter.trailingSlashHandler(
                                "/api/**",
                                "/cases/**",
                                "/indicators/**",
                                "/admin/**",
                                "/account/**",
                                "/mailbox/**",
                                "/second-factor/**",
                                "/consulting/**")
                        .wrapRequest()
                        .build(),
                FIRST - 1);
    }

    @Bean
    FilterRegistrationBean<Filter> addressLimitFilter(RateProperties rates) {
        Allowances allowances =
                new Allowances(new Allowances.Limits(rates.address(), ADDRESS_AT_ONCE, 0, Duration.ZERO));
        return filter(
                new RateLimitFilter(
                        "address", allowances, request -> Optional.of(NetworkAddress.key(request.getRemoteAddr()))),
                FIRST);
    }

    @Bean
    FilterRegistrationBean<Filter> bodyLimitFilter(MultipartConfigElement multipart) {
        return filter(new BodyLimitFilter(multipart), FIRST + 10);
    }

    @Bean
    FilterRegistrationBean<Filter> personLimitFilter(RateProperties rates, ObjectProvider<CurrentUser> currentUser) {
        Allowances allowances =
                new Allowances(new Allowances.Limits(rates.person(), PERSON_AT_ONCE, PERSON_WAITING, PERSON_PATIENCE));
        return filter(new RateLimitFilter("person", allowances, request -> person(request, currentUser)), SIGNED_IN);
    }

    private static Optional<String> person(HttpServletRequest request, ObjectProvider<CurrentUser> currentUser) {
        return Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .or(() -> currentUser.getObject().find().map(User::id));
    }

    /** A body may pause for a while only, and is asked for only when somebody wants to read it. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodyTimeouts() {
        return factory -> factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setDisableUploadTimeout(false);
                http.setConnectionUploadTimeout((int) SILENCE.toMillis());
                http.setContinueResponseTiming("onRead");
            }
        });
    }

    /** The proxies count for those behind them, whom they have to bound themselves. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectionBounds(
            RateProperties rates, TrustedProxies proxies) {
        return factory -> {
            Set<InetAddress> trusted = proxies.addresses();
            factory.setProtocol(BoundedConnections.class.getName());
            factory.addConnectorCustomizers(connector -> ((BoundedConnections) connector.getProtocolHandler())
                    .bound(
                            rates.head(),
                            rates.connections(),
                            address -> address.isLoopbackAddress() || trusted.contains(address)));
        };
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerErrors() {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ContainerErrors()));
    }

    private static FilterRegistrationBean<Filter> filter(Filter filter, int order) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
