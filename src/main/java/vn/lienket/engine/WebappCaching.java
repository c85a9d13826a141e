package vn.lienket.engine;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/**
 * Browsers ask whether a script of the web applications has changed before they use it again: the addresses carry Camunda's version,
 * not ours, so that an upgrade of the product would meet yesterday's scripts.
 */
@Configuration(proxyBeanMethods = false)
class WebappCaching {

    @Bean
    FilterRegistrationBean<Filter> webappCacheFilter() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
            ((HttpServletResponse) response).setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            chain.doFilter(request, response);
        });
        registration.addUrlPatterns("/camunda/app/*");
        return registration;
    }
}
