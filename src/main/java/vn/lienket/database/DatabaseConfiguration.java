package vn.lienket.database;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final String CONNECTIONS = "lienket.database.connections";

    private static final Pattern FILES_AND_REPORTS =
            Pattern.compile("/api/v1/(documents|enterprises/import|figures|indicators|reports)(/.*)?");
    private static final Pattern TABLE = Pattern.compile("text/csv|spreadsheetml");

    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** The engine's questions that are put in a body. */
    private static final Pattern QUERY = Pattern.compile(
            "/(engine-rest|camunda/api)/.*(/list|/count|/(task|process-instance|variable-instance|history/[a-z-]+|job|incident|execution))");

    @Bean
    static DestructionAwareBeanPostProcessor connectionsByWork(Environment environment) {
        Map<Work, Integer> sizes = Binder.get(environment)
                .bind(CONNECTIONS, Bindable.mapOf(Work.class, Integer.class))
                .orElse(Map.of());
        return new ConnectionsByWork(sizes);
    }

    /** Puts the pools in the place of the one that is configured, which is never opened. */
    private static final class ConnectionsByWork implements DestructionAwareBeanPostProcessor {

        private final Map<Work, Integer> sizes;
        private final Map<Object, WorkDataSource> pools = new IdentityHashMap<>();

        private ConnectionsByWork(Map<Work, Integer> sizes) {
            this.sizes = sizes;
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof HikariDataSource source
                    ? pools.computeIfAbsent(source, key -> new WorkDataSource(source, sizes))
                    : bean;
        }

        @Override
        public void postProcessBeforeDestruction(Object bean, String name) {
            pools.remove(bean).close();
        }

        @Override
        public boolean requiresDestruction(Object bean) {
            return pools.containsKey(bean);
        }
    }

    /** Before any filter that asks the database. */
    @Bean
    FilterRegistrationBean<Filter> workFilter() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
            of((HttpServletRequest) request).begin();
            try {
                chain.doFilter(request, response);
            } finally {
                Work.end();
            }
        });
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 30);
        return registration;
    }

    private static Work of(HttpServletRequest request) {
        String path = request.getServletPath();
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (FILES_AND_REPORTS.matcher(path).matches()
                || path.startsWith("/api/v1/")
                        && accept != null
                        && TABLE.matcher(accept).find()) {
            return Work.REPORT;
        }
        return READING.contains(request.getMethod())
                        || QUERY.matcher(request.getRequestURI()).matches()
                ? Work.READ
                : Work.CHANGE;
    }
}
