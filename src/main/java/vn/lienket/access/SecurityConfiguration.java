package vn.lienket.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;
import java.time.Clock;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;
import vn.lienket.audit.AuditAct;
import vn.lienket.audit.AuditEvent;
import vn.lienket.mode.Mode;
import vn.lienket.page.PageProperties;

/**
 * The one way in, for every door: each address is allowed here by a rule, or refused. First the address itself ({@link Firewall}), then
 * where the request comes from, the token against forgery, who it is, and whether he may.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessProperties.class)
class SecurityConfiguration {

    /** What the web applications and the scripts of pages consist of; everybody may have it, and no session is looked up for it. */
    private static final RequestMatcher PROGRAM = Paths.get(
            "/camunda/app/{app}/{*path}",
            "/camunda/lib/**",
            "/camunda/assets/**",
            "/camunda/api/{app:cockpit|tasklist|admin|welcome}/plugin/{plugin}/static/**",
            "/webjars/chart.js/**",
            "/webjars/pdfjs-dist/**",
            "/webjars/lienket/**");

    private static final Set<String> PROGRAM_FILES = Set.of(
            "js", "mjs", "css", "map", "png", "svg", "ico", "gif", "jpg", "woff", "woff2", "ttf", "eot", "pfb", "bcmap",
            "json");

    /** Pages that a secret in a link opens, or that ask for one or for a file; nobody is signed in there. */
    private static final String[] LINK_PAGES = {
        "/account/password",
        "/account/password/set",
        "/account/forgotten",
        "/account/forgotten/asked",
        "/consulting/answers/**",
        "/consulting/cases/**",
        "/consulting/link/**",
        "/verify"
    };

    private static final RequestMatcher LINK_PAGE = Paths.any(LINK_PAGES);

    private static final String[] SECOND_FACTOR = {"/second-factor", "/second-factor/enrol"};

    private static final RequestMatcher SIGN_IN = Paths.post("/", WebappSignIn.ADDRESS);

    private static final String[] HEALTH = {
        "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"
    };

    /** The health is told in JSON whatever the caller would rather have. */
    @Bean
    FilterRegistrationBean<Filter> healthFilter() {
        FilterRegistrationBean<Filter> registration =
                new FilterRegistrationBean<>((request, response, chain) -> chain.doFilter(
                        new HttpServletRequestWrapper((HttpServletRequest) request) {
                            @Override
                            public String getHeader(String name) {
                                return isAccept(name) ? MediaType.ALL_VALUE : super.getHeader(name);
                            }

                            @Override
                            public Enumeration<String> getHeaders(String name) {
                                return isAccept(name)
                                        ? Collections.enumeration(List.of(MediaType.ALL_VALUE))
                                        : super.getHeaders(name);
                            }
                        },
                        response));
        registration.addUrlPatterns(HEALTH);
        return registration;
    }

    private static boolean isAccept(String header) {
        return HttpHeaders.ACCEPT.equalsIgnoreCase(header);
    }

    /** A timer around each filter of each request costs more than it tells. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SessionAuthenticationStrategy newSession(CsrfTokenRepository csrfTokens, SignIn signIn, PageProperties pages) {
        return new CompositeSessionAuthenticationStrategy(List.of(
                new ChangeSessionIdAuthenticationStrategy(),
                new CsrfAuthenticationStrategy(csrfTokens),
                (who, request, response) -> signIn.device(who.getName())
                        .ifPresent(token -> KnownDevice.remember(token, isHttps(pages.baseUrl()), response)),
                (who, request, response) -> Sessions.noteOrigin(request)));
    }

    @Bean
    CsrfTokenRepository csrfTokens(PageProperties pages) {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").secure(isHttps(pages.baseUrl())));
        return tokens;
    }

    @Bean
    @Order(1)
    SecurityFilterChain program(HttpSecurity http, PageProperties pages) throws Exception {
        return http.securityMatcher(SecurityConfiguration::isProgram)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(sessions -> sessions.disable())
                .securityContext(context -> context.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(headers -> strictTransport(headers.cacheControl(cache -> cache.disable()), pages))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain doors(
            HttpSecurity http,
            SignInProvider people,
            Refusals refusals,
            StartPage startPage,
            CsrfTokenRepository csrfTokens,
            SessionAuthenticationStrategy newSession,
            PageProperties pages,
            AccessProperties properties,
            Mode mode,
            Clock clock,
            ObjectProvider<OidcSignIn> office,
            ApplicationEventPublisher events)
            throws Exception {
        WebappSignIn webappSignIn = new WebappSignIn(people::authenticate);
        webappSignIn.setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        webappSignIn.setSessionAuthenticationStrategy(newSession);
        webappSignIn.setAuthenticationDetailsSource(KnownDevice.Details::new);
        // nobody asks a second time whom the provider has refused
        http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(null);
        http.authenticationProvider(people)
                .authorizeHttpRequests(requests -> rules(requests, mode))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens)
                        .csrfTokenRequestHandler(new CsrfTokens.Handler())
                        .requireCsrfProtectionMatcher(SecurityConfiguration::needsToken))
                .formLogin(form -> form.loginPage("/")
                        .loginProcessingUrl("/")
                        .authenticationDetailsSource(KnownDevice.Details::new)
                        .withObjectPostProcessor(new ObjectPostProcessor<UsernamePasswordAuthenticationFilter>() {
                            @Override
                            public <F extends UsernamePasswordAuthenticationFilter> F postProcess(F filter) {
                                filter.setSessionAuthenticationStrategy(newSession);
                                return filter;
                            }
                        })
                        .successHandler(startPage)
                        .failureHandler(startPage))
                .logout(logout -> logout.logoutRequestMatcher(
                                Paths.post("/camunda/api/admin/auth/user/default/logout", "/account/logout"))
                        .addLogoutHandler(new HeaderWriterLogoutHandler(
                                new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE)))
                        .addLogoutHandler((request, response, signedIn) -> {
                            if (signedIn != null) {
                                events.publishEvent(
                                        AuditEvent.done(AuditAct.SIGN_OUT).by(signedIn.getName()));
                            }
                        })
                        .defaultLogoutSuccessHandlerFor(
                                new HttpStatusReturningLogoutSuccessHandler(HttpStatus.OK), Paths.post("/camunda/**"))
                        .logoutSuccessUrl("/?problem=signed-out"))
                .requestCache(cache -> cache.disable())
                .headers(headers -> headers(headers, pages))
                .addFilterAt(webappSignIn, UsernamePasswordAuthenticationFilter.class)
                .addFilterAt(
                        new BasicAuthenticationFilter(people::authenticateBasic, refusals),
                        BasicAuthenticationFilter.class)
                .addFilterBefore(
                        new SessionLifetimeFilter(properties.sessionLifetime(), clock),
                        SecurityContextHolderFilter.class)
                .addFilterBefore(new SameOriginFilter(pages.baseUrl()), CsrfFilter.class)
                .addFilterAfter(new CsrfTokens.PageFilter(), CsrfFilter.class);
        OidcSignIn atOffice = office.getIfAvailable();
        if (atOffice != null) {
            atOffice.addTo(http);
        }
        if (!properties.basicOverHttp()) {
            http.addFilterBefore(new PlainBasicFilter(), BasicAuthenticationFilter.class);
        }
        return http.build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            Mode mode) {
        requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.INCLUDE, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(Paths.get("/"), Paths.get(HEALTH))
                .permitAll()
                .requestMatchers(Paths.get(LINK_PAGES), Paths.post(LINK_PAGES))
                .permitAll()
                .requestMatchers(Paths.get("/help", "/help/**"))
                .permitAll()
                .requestMatchers(Paths.get("/camunda/api/admin/auth/user/default"))
                .permitAll();
        // the second step of a sign-in, by whoever has taken the first
        requests.requestMatchers(Paths.get(SECOND_FACTOR), Paths.post(SECOND_FACTOR))
                .permitAll();
        if (mode.embedded()) {
            requests.requestMatchers(Paths.get("/mailbox", "/mailbox/**")).permitAll();
            requests.requestMatchers(Paths.get("/demo/keys/{key}")).authenticated();
        }
        // the page on which the first user makes himself administrator; there is always one here
        requests.requestMatchers(Paths.any("/camunda/api/admin/setup/**", "/camunda/app/admin/{engine}/setup/**"))
                .denyAll()
                // no model has external tasks or conditional starts
                .requestMatchers(Paths.any(
                        "/engine-rest/external-task/fetchAndLock",
                        "/engine-rest/condition",
                        "/camunda/api/engine/engine/{engine}/external-task/fetchAndLock",
                        "/camunda/api/engine/engine/{engine}/condition"))
                .denyAll()
                .requestMatchers(Paths.get("/camunda/app/cockpit/**"))
                .hasAuthority(SignInProvider.application("cockpit"))
                .requestMatchers(Paths.get("/camunda/app/admin/**"))
                .hasAuthority(SignInProvider.application("admin"))
                .requestMatchers(Paths.get("/camunda", "/camunda/", "/camunda/app", "/camunda/app/**"))
                .authenticated()
                .requestMatchers(Paths.any("/camunda/api/cockpit/plugin/**"))
                .hasAuthority(SignInProvider.application("cockpit"))
                .requestMatchers(Paths.any("/camunda/api/admin/plugin/**"))
                .hasAuthority(SignInProvider.application("admin"))
                .requestMatchers(Paths.any(
                        "/camunda/api/tasklist/plugin/**", "/camunda/api/welcome/plugin/**", "/camunda/api/engine/**"))
                .authenticated()
                .requestMatchers(Paths.any("/admin", "/admin/**"))
                .hasAuthority("camunda-admin")
                .requestMatchers(Paths.any("/engine-rest", "/engine-rest/**", "/api/v1/**"))
                .authenticated()
                .requestMatchers(Paths.any(
                        "/cases",
                        "/cases/**",
                        "/indicators",
                        "/indicators/**",
                        "/account/absences",
                        "/account/mails",
                        "/documents/{id}/preview",
                        "/account/sessions",
                        "/account/sessions/**"))
                .authenticated()
                .anyRequest()
                .access((who, context) -> {
                    context.getRequest().setAttribute(Refusals.UNKNOWN, true);
                    return new AuthorizationDecision(false);
                });
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, PageProperties pages) {
        strictTransport(headers, pages)
                .addHeaderWriter(new ContentPolicy())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    private static HeadersConfigurer<HttpSecurity> strictTransport(
            HeadersConfigurer<HttpSecurity> headers, PageProperties pages) {
        return headers.httpStrictTransportSecurity(hsts -> {
            if (isHttps(pages.baseUrl())) {
                hsts.requestMatcher(request -> true).maxAgeInSeconds(31_536_000).includeSubDomains(false);
            } else {
                hsts.disable();
            }
        });
    }

    private static boolean isProgram(HttpServletRequest request) {
        String path = request.getRequestURI();
        return PROGRAM.matches(request) && PROGRAM_FILES.contains(path.substring(path.lastIndexOf('.') + 1));
    }

    /**
     * Where a browser adds by itself what signs a person in, a page could be made to use it: in a session, and with HTTP Basic (a
     * machine's says no origin and is in no session). At the sign-in, so that nobody is signed in as somebody else.
     */
    private static boolean needsToken(HttpServletRequest request) {
        if (SameOriginFilter.READING.contains(request.getMethod())) {
            return false;
        }
        boolean browsersBasic = request.getHeader("Authorization") != null && request.getHeader("Origin") != null;
        return browsersBasic || SIGN_IN.matches(request) || (request.getSession(false) != null && !isLinkPage(request));
    }

    static boolean isLinkPage(HttpServletRequest request) {
        return LINK_PAGE.matches(request);
    }

    static boolean isHttps(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }
}
