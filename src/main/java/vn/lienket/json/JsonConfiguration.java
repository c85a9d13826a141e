package vn.lienket.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;

@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    /** What the reader of JSON would turn into a text, a number or a truth value of its own accord. */
    private static final Map<LogicalType, Set<CoercionInputShape>> OTHER_SHAPES = Map.of(
            LogicalType.Textual,
            EnumSet.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean),
            LogicalType.Integer,
            EnumSet.of(
                    CoercionInputShape.Float,
                    CoercionInputShape.Boolean,
                    CoercionInputShape.String,
                    CoercionInputShape.EmptyString),
            LogicalType.Boolean,
            EnumSet.of(
                    CoercionInputShape.Integer,
                    CoercionInputShape.Float,
                    CoercionInputShape.String,
                    CoercionInputShape.EmptyString));

    @Bean
    FilterRegistrationBean<Filter> jsonFilter() {
        Filter watching = (request, response, chain) -> chain.doFilter(
                request instanceof HttpServletRequest http && JsonRequest.isJson(http)
                        ? new JsonRequest(http, List.of())
                        : request,
                response);
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(watching);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 210);
        registration.addUrlPatterns("/api/*");
        return registration;
    }

    /**
     * A value of another shape than its field is refused in a request, not made to fit; so is a key that nobody reads. What the
     * product has written itself is read as before.
     */
    @Bean
    MappingJackson2HttpMessageConverter exactJson(ObjectMapper json) {
        ObjectMapper exact = json.copy()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        OTHER_SHAPES.forEach((type, shapes) ->
                shapes.forEach(shape -> exact.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail)));
        return new MappingJackson2HttpMessageConverter(exact);
    }
}
