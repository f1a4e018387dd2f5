package dev.ticketkit.core.label;

import dev.ticketkit.core.internal.validation.Required;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The words of one language for statuses, priorities and reports. English, Italian and Spanish come with the library; a host adds
 * others, or replaces single words. What one tenant has renamed or added is not here: to show a ticket's status or priority, ask
 * {@link dev.ticketkit.core.catalogue.Catalogue}. Immutable.
 */
public final class Labels {
    private static final List<String> SHIPPED = List.of("en", "it", "es");
    private static final Map<String, Labels> LOADED = loadAll();

    private final Map<String, String> words;

    private Labels(Map<String, String> words) {
        this.words = Map.copyOf(words);
    }

    /** The words of a language; English for a language that is not shipped. The region does not matter. */
    public static Labels of(Locale language) {
        // getLanguage() may answer with an old code; none of the shipped ones has one.
        return LOADED.getOrDefault(Required.argument(language, "language").getLanguage(), english());
    }

    /** The English words. */
    public static Labels english() {
        return java.util.Objects.requireNonNull(LOADED.get("en"));
    }

    /** A copy in which these keys, such as {@code status.open} or {@code priority.URGENT}, have other words. */
    public Labels with(Map<String, String> others) {
        Map<String, String> all = new HashMap<>(words);
        all.putAll(others);
        return new Labels(all);
    }

    /**
     * The word for a predefined status; the key of any other. The word a tenant has given it is
     * {@link dev.ticketkit.core.catalogue.StatusBook#label}.
     */
    public String status(Status status) {
        return words.getOrDefault("status." + status.key(), status.key());
    }

    /** The word for a macro status. */
    public String macroStatus(MacroStatus macro) {
        return text("macro." + macro.name());
    }

    /** The word for a priority. */
    public String priority(Priority priority) {
        return text("priority." + priority.name());
    }

    /** The word of a report, such as {@code report.total}; the key itself when there is none. */
    public String text(String key) {
        return words.getOrDefault(key, key);
    }

    private static Map<String, Labels> loadAll() {
        Map<String, Labels> all = new HashMap<>();
        SHIPPED.forEach(language -> all.put(language, load(language)));
        return Map.copyOf(all);
    }

    private static Labels load(String language) {
        // Not a ResourceBundle: that falls back to the JVM's default language before the root.
        String file = "labels_" + language + ".properties";
        try (InputStream in = Labels.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the ticket-core jar");
            }
            return new Labels(read(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Map<String, String> read(Reader reader) throws IOException {
        Properties properties = new Properties();
        properties.load(reader);
        Map<String, String> words = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return words;
    }
}
