package dev.ticketkit.samples.helpdesk.browser;

import dev.ticketkit.core.label.Labels;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What pages say in a language. */
final class Said {
    private static final ResourceBundle.Control EXACTLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale language;
    private final ResourceBundle texts;
    private final Labels labels;

    Said(String tag) {
        language = Locale.forLanguageTag(tag);
        texts = ResourceBundle.getBundle("messages", language, EXACTLY);
        labels = Labels.of(language);
    }

    /** The text of a key, as the templates' own. */
    String of(String key, Object... values) {
        String text = texts.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, language).format(values);
    }

    /** A shipped status. */
    String status(Status status) {
        return labels.status(status);
    }

    /** A priority. */
    String priority(Priority priority) {
        return labels.priority(priority);
    }
}
