package dev.ticketkit.samples.helpdesk.automation;

import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.StatusFilter;
import dev.ticketkit.spi.model.MacroStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What starts an automation.
 *
 * @param kind {@code ticketCreated}, {@code statusChanged} or {@code fired}
 * @param name of what is fired
 * @param fields that come with it, blanks between them; a question mark behind one that may be empty
 * @param from keys of statuses, or the name of a macro status
 * @param to the same
 */
record StarterForm(
        @Nullable String kind,
        @Nullable String name,
        @Nullable String fields,
        @Nullable List<String> from,
        @Nullable List<String> to) {
    private static final String MAY_BE_EMPTY = "?";

    static StarterForm of(Starter starter) {
        if (starter instanceof Starter.Fired fired) {
            List<String> names = fired.fields().stream()
                    .map(field -> Texts.orEmpty(field.name()) + (field.optional() ? MAY_BE_EMPTY : ""))
                    .toList();
            return new StarterForm("fired", fired.name(), String.join(" ", names), List.of(), List.of());
        }
        if (starter instanceof Starter.StatusChanged changed) {
            return new StarterForm("statusChanged", "", "", values(changed.from()), values(changed.to()));
        }
        return new StarterForm("ticketCreated", "", "", List.of(), List.of());
    }

    private static List<String> values(@Nullable StatusFilter filter) {
        if (filter == null) {
            return List.of();
        }
        List<String> values = new ArrayList<>(filter.statuses());
        if (filter.macroStatus() != null) {
            values.add(filter.macroStatus().name());
        }
        return values;
    }

    Starter starter() {
        return switch (Texts.orEmpty(kind)) {
            case "fired" -> fired();
            case "statusChanged" -> statusChanged();
            default -> Starter.ticketCreated();
        };
    }

    private Starter fired() {
        Starter.Fired fired = Starter.fired(Texts.orEmpty(name));
        for (String field : Texts.orEmpty(fields).strip().split("[\\s,]+", -1)) {
            if (field.endsWith(MAY_BE_EMPTY)) {
                fired = fired.withOptional(field.substring(0, field.length() - 1));
            } else if (!field.isEmpty()) {
                fired = fired.with(field);
            }
        }
        return fired;
    }

    private Starter statusChanged() {
        return new Starter.StatusChanged(filter(from), filter(to));
    }

    private static @Nullable StatusFilter filter(@Nullable List<String> values) {
        MacroStatus macro = null;
        List<String> keys = new ArrayList<>();
        for (String value : Texts.given(values)) {
            if (value.equals(MacroStatus.IN_PROGRESS.name()) || value.equals(MacroStatus.TERMINATED.name())) {
                macro = MacroStatus.valueOf(value);
            } else {
                keys.add(value);
            }
        }
        return macro == null && keys.isEmpty() ? null : new StatusFilter(Set.copyOf(keys), macro);
    }

    /** Whether a status is chosen. */
    public boolean has(String side, String value) {
        return Objects.requireNonNullElse(side.equals("from") ? from : to, List.<String>of())
                .contains(value);
    }
}
