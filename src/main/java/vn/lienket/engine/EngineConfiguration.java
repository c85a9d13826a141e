package vn.lienket.engine;

import jakarta.servlet.Filter;
import java.time.Clock;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    @Bean
    static IdGenerator engineIds() {
        return new ShortIds();
    }

    @Bean
    @ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
    static JobLanes jobExecutor(CamundaBpmProperties properties) {
        return new JobLanes(properties.getJobExecution());
    }

    /** Before everything, so that no request of whatever door escapes it. */
    @Bean
    FilterRegistrationBean<Filter> userRequiredFilter() {
        Filter marking = (request, response, chain) -> {
            UserRequired.beginRequest();
            try {
                chain.doFilter(request, response);
            } finally {
                UserRequired.endRequest();
            }
        };
        return filter(marking, Ordered.HIGHEST_PRECEDENCE, "/*");
    }

    @Bean
    FilterRegistrationBean<Filter> versionedFilesFilter() {
        return filter(
                new VersionedFiles(),
                Ordered.HIGHEST_PRECEDENCE + 220,
                "/camunda/lib/*",
                "/camunda/assets/*",
                "/camunda/app/*",
                "/camunda/api/*",
                "/webjars/chart.js/*");
    }

    static FilterRegistrationBean<Filter> filter(Filter filter, int order, String... patterns) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.addUrlPatterns(patterns);
        return registration;
    }
}
