package dev.ticketkit.samples.helpdesk.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Nobody guesses passwords here: after ten wrong ones within five minutes an address must wait, whatever names it gives. */
@Component
class SignInLimit extends OncePerRequestFilter {
    private static final int MOST_FAILURES = 10;
    private static final int MOST_ADDRESSES = 10_000;
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final Clock clock;
    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    SignInLimit(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !request.getRequestURI().equals(request.getContextPath() + "/login");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (mustWait(request.getRemoteAddr())) {
            response.sendRedirect(request.getContextPath() + "/login?wait");
        } else {
            chain.doFilter(request, response);
        }
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        String address = address(event.getAuthentication());
        synchronized (failures) {
            failures.computeIfAbsent(address, unknown -> new ArrayDeque<>()).add(clock.instant());
        }
    }

    @EventListener
    void succeeded(AuthenticationSuccessEvent event) {
        synchronized (failures) {
            failures.remove(address(event.getAuthentication()));
        }
    }

    private boolean mustWait(String address) {
        synchronized (failures) {
            Deque<Instant> recent = failures.getOrDefault(address, new ArrayDeque<>());
            Instant start = clock.instant().minus(WINDOW);
            recent.removeIf(failure -> failure.isBefore(start));
            return recent.size() >= MOST_FAILURES;
        }
    }

    private static String address(Authentication who) {
        return who.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }
}
