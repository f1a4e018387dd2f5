package dev.ticketkit.core.internal.validation;

import jakarta.validation.MessageInterpolator;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The messages of the constraints the library uses, in English, Italian and Spanish, without an expression language: the providers'
 * own interpolators want one on the class path.
 */
final class ConstraintMessages implements MessageInterpolator {
    private static final Map<String, Properties> MESSAGES =
            Map.of("en", load("en"), "it", load("it"), "es", load("es"));

    private final Locale language;

    ConstraintMessages(Locale language) {
        this.language = language;
    }

    @Override
    public String interpolate(String template, Context context) {
        return interpolate(template, context, language);
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
        String message = template;
        if (template.startsWith("{") && template.endsWith("}")) {
            String key = template.substring(1, template.length() - 1);
            message = messages(locale).getProperty(key, template);
        }
        for (Map.Entry<String, Object> attribute :
                context.getConstraintDescriptor().getAttributes().entrySet()) {
            message = message.replace("{" + attribute.getKey() + "}", String.valueOf(attribute.getValue()));
        }
        return message;
    }

    private static Properties messages(Locale locale) {
        @Nullable Properties found = MESSAGES.get(locale.getLanguage());
        return found == null ? java.util.Objects.requireNonNull(MESSAGES.get("en")) : found;
    }

    private static Properties load(String language) {
        String file = "messages_" + language + ".properties";
        try (InputStream in = ConstraintMessages.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the ticket-core jar");
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
