package dev.ticketkit.core.internal.query;

import dev.ticketkit.core.catalogue.Catalogue;
import dev.ticketkit.core.catalogue.StatusBook;
import dev.ticketkit.core.internal.query.Term.Value;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import java.util.List;
import java.util.Locale;

/**
 * What statuses, priorities and so on are called: as the tenant's catalogue shows them, by their keys, and as the three shipped languages
 * call them; in this order, where two of them call something else the same.
 */
final class QueryWords {
    private static final List<Labels> SHIPPED =
            List.of(Labels.of(Locale.ENGLISH), Labels.of(Locale.ITALIAN), Labels.of(Locale.forLanguageTag("es")));

    private static final Choices<Boolean> NOBODY = new Choices<Boolean>("name of nobody")
            .addAll(true, "none", "nobody", "unassigned", "nessuno", "nessuna", "ninguno", "ninguna", "nadie");
    private static final Choices<Boolean> ME = new Choices<Boolean>("name of oneself").addAll(true, "me", "io", "yo");
    private static final Choices<Origin> ORIGINS = new Choices<Origin>("origin")
            .list("contact", Origin.CONTACT)
            .list("operator", Origin.OPERATOR)
            .list("automation", Origin.AUTOMATION)
            .list("host", Origin.HOST)
            .list("import", Origin.IMPORT)
            .addAll(Origin.CONTACT, "contatto", "contacto")
            .addAll(Origin.OPERATOR, "operatore", "operador")
            .addAll(Origin.AUTOMATION, "automazione", "automatización")
            .addAll(Origin.HOST, "sistema", "system")
            .addAll(Origin.IMPORT, "importazione", "importación");

    private final Catalogue catalogue;

    QueryWords(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static boolean isNobody(Value value) {
        return !value.quoted() && NOBODY.knows(value.text());
    }

    static boolean isMe(Value value) {
        return !value.quoted() && ME.knows(value.text());
    }

    /** Whether a value says that there is no category; a category of that name goes before. */
    boolean isNoCategory(Value value) {
        return isNobody(value) && !hasCategory(value.text());
    }

    private boolean hasCategory(String name) {
        try {
            return catalogue.find(name).isPresent();
        } catch (RefusedException hidden) {
            return true;
        }
    }

    static Choices<Origin> origins() {
        return ORIGINS;
    }

    Choices<String> statuses() {
        Choices<String> statuses = new Choices<>("status");
        StatusBook book = catalogue.statuses();
        for (StatusEntry entry : book.entries()) {
            statuses.list(book.label(entry), entry.status().key());
        }
        book.entries()
                .forEach(entry ->
                        statuses.add(entry.status().key(), entry.status().key()));
        for (Labels labels : SHIPPED) {
            Status.predefined().forEach(status -> statuses.add(labels.status(status), status.key()));
        }
        return statuses;
    }

    Choices<Priority> priorities() {
        Choices<Priority> priorities = new Choices<>("priority");
        for (Priority each : Priority.values()) {
            priorities.list(catalogue.label(each), each);
        }
        for (Priority each : Priority.values()) {
            priorities.add(each.name(), each);
        }
        for (Labels labels : SHIPPED) {
            for (Priority each : Priority.values()) {
                priorities.add(labels.priority(each), each);
            }
        }
        return priorities;
    }

    static Choices<MacroStatus> macros() {
        Choices<MacroStatus> macros = new Choices<MacroStatus>("macro status")
                .list("open", MacroStatus.IN_PROGRESS)
                .list("closed", MacroStatus.TERMINATED)
                .addAll(MacroStatus.IN_PROGRESS, "in progress", "aperto", "aperti", "abierto", "abiertos")
                .addAll(MacroStatus.TERMINATED, "terminated", "done", "chiuso", "chiusi", "cerrado", "cerrados");
        for (Labels labels : SHIPPED) {
            for (MacroStatus each : MacroStatus.values()) {
                macros.add(labels.macroStatus(each), each);
            }
        }
        return macros;
    }
}
