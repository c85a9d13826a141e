package vn.lienket.database;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final Pattern FILES_AND_REPORTS =
            Pattern.compile("/api/v1/(documents|enterprises/import|figures|indicators|reports)(/.*)?");
    private static final Pattern TABLE = Pattern.compile("text/csv|spreadsheetml");

    @Bean
    static BeanPostProcessor timedDataSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source && !(bean instanceof TimedDataSource)
                        ? new TimedDataSource(source)
                        : bean;
            }
        };
    }

    /** Before any filter that asks the database. */
    @Bean
    FilterRegistrationBean<Filter> workFilter() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
            (isReport((HttpServletRequest) request) ? Work.REPORT : Work.CLICK).begin();
            try {
                chain.doFilter(request, response);
            } finally {
                Work.end();
            }
        });
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 30);
        return registration;
    }

    private static boolean isReport(HttpServletRequest request) {
        String path = request.getServletPath();
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return FILES_AND_REPORTS.matcher(path).matches()
                || path.startsWith("/api/v1/")
                        && accept != null
                        && TABLE.matcher(accept).find();
    }
}
