package dev.ticketkit.samples.helpdesk.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The language of the browser, until another is chosen. */
@Configuration(proxyBeanMethods = false)
class Languages {
    /** The languages there are pages in. */
    static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.ITALIAN, Locale.forLanguageTag("es"));

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("language");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setDefaultLocaleFunction(Languages::ofBrowser);
        return resolver;
    }

    private static Locale ofBrowser(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Language");
        return accepted == null ? Locale.ENGLISH : best(accepted);
    }

    private static Locale best(String accepted) {
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(accepted), ALL);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }

    /** The language of pages for a reader's. */
    static Locale of(Locale reader) {
        return ALL.stream()
                .filter(known -> known.getLanguage().equals(reader.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
