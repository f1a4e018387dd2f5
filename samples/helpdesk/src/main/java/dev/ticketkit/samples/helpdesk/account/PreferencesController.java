package dev.ticketkit.samples.helpdesk.account;

import dev.ticketkit.samples.helpdesk.page.Back;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** Language and theme, kept by the browser: also of whoever has not signed in yet. */
@Controller
class PreferencesController {
    private static final Set<String> THEMES = Set.of("light", "dark", "auto");

    private final LocaleResolver locales;

    PreferencesController(LocaleResolver locales) {
        this.locales = locales;
    }

    /** Keeps what was chosen and goes back to where it was chosen. */
    @PostMapping("/preferences")
    String choose(
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (language != null) {
            locales.setLocale(request, response, Locale.forLanguageTag(language));
        }
        if (theme != null && THEMES.contains(theme)) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(theme).toString());
        }
        return Back.to(back, "/", "/");
    }

    private static ResponseCookie cookie(String theme) {
        return ResponseCookie.from("theme", theme)
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .build();
    }
}
