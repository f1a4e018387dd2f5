package dev.ticketkit.core.internal.query;

import dev.ticketkit.spi.query.TicketSort;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a term can be about, in English, Italian and Spanish. */
enum Keyword {
    STATUS(TicketSort.STATUS, "status stato estado"),
    MACRO(null, "is macro situazione situacion"),
    PRIORITY(TicketSort.PRIORITY, "priority priorita prioridad"),
    CATEGORY(TicketSort.CATEGORY, "category categoria"),
    OWNER(TicketSort.OWNER, "owner assegnatario operatore responsable asignado"),
    CONTACT(TicketSort.CONTACT_NAME, "contact contatto contacto"),
    REFERENCE(TicketSort.REFERENCE, "reference ref riferimento referencia"),
    TITLE(TicketSort.TITLE, "title titolo titulo"),
    ORIGIN(null, "origin origine origen"),
    OPENED(TicketSort.OPENED, "opened aperto abierto"),
    UPDATED(TicketSort.UPDATED, "updated aggiornato actualizado"),
    CLOSED(TicketSort.CLOSED, "closed chiuso cerrado"),
    ATTRIBUTE(null, "attribute attributo atributo"),
    SORT(null, "sort ordina orden ordenar");

    private static final Map<String, Keyword> BY_NAME = new HashMap<>();

    static {
        for (Keyword keyword : values()) {
            keyword.names().forEach(name -> BY_NAME.put(name, keyword));
        }
    }

    private final @Nullable TicketSort sort;
    private final String names;

    /** @param names with blanks between, the English one first */
    Keyword(@Nullable TicketSort sort, String names) {
        this.sort = sort;
        this.names = names;
    }

    /** The column of this name that lists can be sorted by, or null. */
    @Nullable TicketSort sort() {
        return sort;
    }

    /** @param name as {@link Spelling} writes it */
    static Optional<Keyword> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    static List<String> allNames() {
        return Arrays.stream(values()).flatMap(each -> each.names().stream()).toList();
    }

    /** The English names, which errors list. */
    static List<String> firstNames() {
        return Arrays.stream(values()).map(each -> each.names().get(0)).toList();
    }

    private List<String> names() {
        return List.of(names.split(" ", -1));
    }
}
