package dev.ticketkit.samples.helpdesk.account;

import dev.ticketkit.samples.helpdesk.team.Role;
import dev.ticketkit.samples.helpdesk.team.Team;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may call what, and what every answer says to the browser. */
@Configuration(proxyBeanMethods = false)
class SignInSetup {
    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String[] FOR_ALL = {
        "/login", "/preferences", "/app.css", "/*.js", "/icons.svg", "/favicon.ico", "/webjars/**", "/error"
    };

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    UserDetailsService accounts(Team team) {
        return id -> team.find(id)
                .map(account -> new SignedIn(account, team.password(id)))
                .orElseThrow(() -> new UsernameNotFoundException(id));
    }

    /** Systems that call have no session and no form; they show a token. */
    @Bean
    @Order(1)
    SecurityFilterChain hooks(HttpSecurity http) throws Exception {
        return http.securityMatcher("/hooks/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, SignInLimit limit) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(FOR_ALL)
                        .permitAll()
                        .requestMatchers("/")
                        .authenticated()
                        .requestMatchers("/phone/**")
                        .hasRole(Role.CUSTOMER.name())
                        .requestMatchers("/settings/**")
                        .hasRole(Role.ADMINISTRATOR.name())
                        .anyRequest()
                        .hasAnyRole(Role.ADMINISTRATOR.name(), Role.OPERATOR.name(), Role.OWN_TICKETS.name()))
                .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/"))
                .logout(out -> out.logoutSuccessUrl("/login"))
                .addFilterBefore(limit, UsernamePasswordAuthenticationFilter.class)
                .headers(SignInSetup::headers)
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"));
    }
}
