package dev.ticketkit.core.internal.automation.check;

import dev.ticketkit.core.catalogue.Catalogue;
import dev.ticketkit.core.catalogue.StatusBook;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.text.TextRule;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Checks values without fields: what every run would fail with is refused now. */
final class Literals {
    private static final int MAX_TITLE = 256;
    private static final int MAX_REFERENCE = 256;
    private static final int MAX_DESCRIPTION = 10_000;

    private final Catalogue catalogue;
    private final StatusBook statuses;

    Literals(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.statuses = catalogue.statuses();
    }

    StatusBook statuses() {
        return statuses;
    }

    void title(String path, String text) {
        TextRule.LINE.require(path, text, 1, MAX_TITLE);
    }

    void description(String path, String text) {
        TextRule.BLOCK.require(path, text, 0, MAX_DESCRIPTION);
    }

    void reference(String path, String text) {
        TextRule.NAME.require(path, text, 1, MAX_REFERENCE);
    }

    /** A status that there is; tickets may be in a hidden one. */
    void knownStatus(String path, String key) {
        if (statuses.find(key).isEmpty()) {
            throw new RefusedException(path, "there is no status with this key; the catalogue lists those there are");
        }
    }

    /** A status that may be chosen. */
    void status(String path, String key) {
        at(path, () -> statuses.choose(key));
    }

    void priority(String path, String name) {
        Priority priority = Arrays.stream(Priority.values())
                .filter(each -> each.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        path,
                        "must be one of "
                                + Arrays.stream(Priority.values())
                                        .map(Priority::name)
                                        .collect(Collectors.joining(", "))));
        at(path, () -> catalogue.choose(priority));
    }

    void category(String path, String name) {
        at(path, () -> catalogue.choose(name));
    }

    /** The same refusal, of the place where the value stands in the automation. */
    static void at(String path, Runnable check) {
        try {
            check.run();
        } catch (RefusedException e) {
            throw new RefusedException(
                    path, String.valueOf(e.getMessage()).substring(e.field().length() + ": ".length()));
        }
    }
}
