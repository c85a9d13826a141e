package vn.lienket.engine;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.spring.boot.starter.webapp.filter.LazyDelegateFilter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;

/**
 * The filters of Camunda's web applications that ours take the place of. Camunda registers its own only where the name is still free,
 * so each of these has the name of the one it replaces; who is signed in, tokens and cookies are Spring Security's business.
 */
@Configuration(proxyBeanMethods = false)
class WebappConfiguration {

    private static final String WEBAPP_API = "/camunda/api/*";
    private static final String WEBAPPS = "/camunda/app/*";
    /** After Spring Security's chain, before everything that asks who it is. */
    private static final int SIGNED_IN = -90;

    @Bean
    FilterRegistrationBean<Filter> engineUserFilter(IdentityService identityService, ProcessEngine engine) {
        return filter(
                "Authentication Filter", SIGNED_IN, new EngineUserFilter(identityService, engine.getName()), "/*");
    }

    @Bean
    FilterRegistrationBean<Filter> webappCsrfFilter() {
        return filter("CsrfPreventionFilter", SIGNED_IN, passing(), WEBAPP_API, WEBAPPS);
    }

    @Bean
    FilterRegistrationBean<Filter> webappSessionCookieFilter() {
        return filter("SessionCookieFilter", SIGNED_IN, passing(), WEBAPP_API, WEBAPPS);
    }

    @Bean
    FilterRegistrationBean<Filter> webappPolicyFilter(@Value("${lienket.signature.agent-port}") int port) {
        String agent = "http://127.0.0.1:" + port;
        return filter(
                "HttpHeaderSecurity",
                Ordered.LOWEST_PRECEDENCE,
                (request, response, chain) -> {
                    ((HttpServletResponse) response)
                            .setHeader(
                                    "Content-Security-Policy",
                                    WebappPages.policyFor((HttpServletRequest) request, agent));
                    chain.doFilter(request, response);
                },
                WEBAPPS);
    }

    @Bean
    FilterRegistrationBean<Filter> webappPagesFilter() {
        return filter(
                "Engines Filter", Ordered.LOWEST_PRECEDENCE, new LazyDelegateFilter<>(WebappPages.class), WEBAPPS);
    }

    /**
     * Browsers ask whether a file of the web applications has changed before they use it again, except where {@link VersionedFiles}
     * knows better: an address may carry Camunda's version, not ours, so that an upgrade of the product would meet yesterday's file.
     */
    @Bean
    FilterRegistrationBean<Filter> webappCacheFilter() {
        return filter(
                "webappCacheFilter",
                Ordered.LOWEST_PRECEDENCE,
                (request, response, chain) -> {
                    ((HttpServletResponse) response).setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
                    chain.doFilter(request, response);
                },
                WEBAPPS);
    }

    private static Filter passing() {
        return (request, response, chain) -> chain.doFilter(request, response);
    }

    private static FilterRegistrationBean<Filter> filter(String name, int order, Filter filter, String... patterns) {
        FilterRegistrationBean<Filter> registration = EngineConfiguration.filter(filter, order, patterns);
        registration.setName(name);
        return registration;
    }
}
