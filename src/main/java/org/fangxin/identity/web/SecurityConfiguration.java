package org.fangxin.identity.web;

import jakarta.servlet.DispatcherType;
import org.fangxin.identity.Substitutes;
import org.fangxin.problem.ProblemWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/** Who may come in where: the API by session or token, the pages for everybody, nothing else. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** Calls are timed as a whole; a clock for each filter of the chain would cost more than most filters. */
    @Bean
    SecurityObservationSettings filtersAreNotTimed() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(2)
    SecurityFilterChain apiChain(
            HttpSecurity http,
            SessionContextRepository contexts,
            SessionCsrfTokens csrfTokens,
            ProgramTokens programs,
            ProblemResponses refusals,
            ProblemWriter problems,
            ObjectProvider<Substitutes> substitutes) {
        withoutForms(http)
                .securityMatcher("/api/**")
                .headers(SafeHeaders::unkept)
                .securityContext(context -> context.securityContextRepository(contexts))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens)
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler())
                        .requireCsrfProtectionMatcher(new ForgeableCalls()))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(programs)))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(calls -> calls.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(new PublicCalls())
                        .permitAll()
                        .requestMatchers(HttpMethod.DELETE, "/api/v1/session")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new ForeignSiteFilter(problems), CsrfFilter.class)
                .addFilterAfter(new FirstStepsFilter(problems), AuthorizationFilter.class)
                .addFilterAfter(new ScopeFilter(substitutes), FirstStepsFilter.class);
        return http.build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pagesChain(
            HttpSecurity http, ProblemResponses refusals, @Value("${fangxin.metrics-token:}") String metricsToken) {
        withoutForms(http)
                .headers(SafeHeaders::kept)
                .csrf(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, nobody) -> refusals.missing(response))
                        .accessDeniedHandler(refusals))
                .authorizeHttpRequests(pages -> pages.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/actuator/prometheus")
                        .access(new MetricsAccess(metricsToken))
                        .requestMatchers(HttpMethod.GET, "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .requestMatchers(HttpMethod.GET, "/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, "/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll());
        return http.build();
    }

    private static HttpSecurity withoutForms(HttpSecurity http) {
        return http.formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable);
    }
}
