package vn.lienket.access.door;

import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class DoorConfiguration {

    @Bean
    FilterRegistrationBean<Filter> engineErrorFilter() {
        QuietRefusals.register();
        return filter(new EngineErrorFilter(), Ordered.HIGHEST_PRECEDENCE + 200);
    }

    @Bean
    FilterRegistrationBean<Filter> engineDoorFilter() {
        return filter(new EngineDoorFilter(), Ordered.HIGHEST_PRECEDENCE + 210);
    }

    private static FilterRegistrationBean<Filter> filter(Filter filter, int order) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        return registration;
    }
}
