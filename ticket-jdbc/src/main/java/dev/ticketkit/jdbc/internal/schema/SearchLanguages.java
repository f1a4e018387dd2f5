package dev.ticketkit.jdbc.internal.schema;

import dev.ticketkit.spi.model.TenantId;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** In which language a tenant's words have stems: the dictionaries that come with PostgreSQL. */
public final class SearchLanguages {
    private static final Map<String, String> DICTIONARIES = Map.of(
            "it", "italian_stem",
            "en", "english_stem",
            "es", "spanish_stem",
            "de", "german_stem",
            "fr", "french_stem",
            "pt", "portuguese_stem",
            "nl", "dutch_stem");

    private final Function<TenantId, @Nullable Locale> languages;

    public SearchLanguages(Function<TenantId, @Nullable Locale> languages) {
        this.languages = languages;
    }

    /** The dictionary, or null for none. */
    public @Nullable String dictionary(TenantId tenant) {
        Locale language = languages.apply(tenant);
        return language == null ? null : DICTIONARIES.get(language.getLanguage());
    }
}
