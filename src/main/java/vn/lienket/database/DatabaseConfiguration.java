package vn.lienket.database;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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
            Pattern.compile("/api/v1/(documents|enterprises/import|figures|indicators|reports)(/.*)?|/indicators/csv"
                    + "|/consulting/(answers|cases/documents)/.*");
    private static final Pattern TABLE = Pattern.compile("text/csv|spreadsheetml");

    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** The engine's questions that are put in a body. */
    private static final Pattern QUERY = Pattern.compile(
            "/(engine-rest|camunda/api)(/.*)?(/list|/count|/(task|process-instance|variable-instance|history/[a-z-]+|job|incident|execution))");

    @Bean
    static ConnectionsByWork connectionsByWork(Environment environment) {
        Map<Work, Integer> sizes = Binder.get(environment)
                .bind(CONNECTIONS, Bindable.mapOf(Work.class, Integer.class))
                .orElse(Map.of());
        return new ConnectionsByWork(sizes);
    }

    /** Before any filter that asks the database: people are let in while others wait to change something. Also where an error is said. */
    @Bean
    FilterRegistrationBean<Filter> admissionWorkFilter() {
        FilterRegistrationBean<Filter> admission =
                filter(Ordered.HIGHEST_PRECEDENCE + 30, (request, response, chain) -> {
                    Work.beginRequest();
                    try {
                        chain.doFilter(request, response);
                    } finally {
                        Work.endRequest();
                    }
                });
        admission.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return admission;
    }

    /** After them. */
    @Bean
    FilterRegistrationBean<Filter> workFilter() {
        return filter(Ordered.LOWEST_PRECEDENCE, (request, response, chain) -> {
            of((HttpServletRequest) request).begin();
            try {
                chain.doFilter(request, response);
            } finally {
                Work.READ.begin();
            }
        });
    }

    private static FilterRegistrationBean<Filter> filter(int order, Filter filter) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
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
