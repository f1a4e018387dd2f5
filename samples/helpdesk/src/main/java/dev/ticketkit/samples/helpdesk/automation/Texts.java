package dev.ticketkit.samples.helpdesk.automation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What forms send. */
final class Texts {
    private Texts() {}

    static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static List<String> given(@Nullable List<String> texts) {
        return texts == null ? List.of() : texts.stream().filter(Texts::isGiven).toList();
    }
}
