package vn.lienket.consulting.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;
import vn.lienket.consulting.AnswerLink;
import vn.lienket.consulting.AnswerLinks;
import vn.lienket.page.LinkToken;
import vn.lienket.page.PageAddress;

/**
 * Files are read of whoever has a link that takes an answer, and of nobody else: the secret of the link is in the address, and looked at
 * before the body is.
 */
@Configuration(proxyBeanMethods = false)
class AnswerUploads {

    @Bean
    FilterRegistrationBean<Filter> answerUploadFilter(ObjectProvider<AnswerLinks> links) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) ->
                pass((HttpServletRequest) request, (HttpServletResponse) response, chain, links.getObject()));
        registration.addUrlPatterns(AnswerLinks.PAGE + "/*");
        return registration;
    }

    private static void pass(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, AnswerLinks links)
            throws IOException, ServletException {
        if (!isUpload(request)) {
            chain.doFilter(request, response);
            return;
        }
        // of the address only: nobody has read the parts
        String token = Objects.toString(request.getParameter("token"), "");
        if (links.find(new LinkToken(token)).filter(AnswerLink::isOpen).isEmpty()) {
            // the page says why
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, PageAddress.of(AnswerLinks.PAGE, Map.of("token", token)));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isUpload(HttpServletRequest request) {
        return StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/");
    }
}
