package dev.ticketkit.core.internal.query;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.ticketkit.core.catalogue.Catalogue;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.spi.catalogue.PriorityEntry;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.CategoryStore;
import dev.ticketkit.spi.storage.StatusStore;
import dev.ticketkit.spi.storage.TicketStorage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Parsers of a tenant with words of its own. */
final class TestParser {
    private static final Instant NOW = Instant.parse("2026-03-29T10:00:00Z");

    final CategoryStore categories = mock();

    TicketQuery parse(String text) {
        return by(Actor.operator("op-1", "Olga")).parse(text).query();
    }

    QueryParser by(Actor actor) {
        return by(actor, ZoneId.of("Europe/Rome"));
    }

    QueryParser by(Actor actor, ZoneId zone) {
        TicketStorage storage = mock();
        StatusStore statuses = mock();
        when(storage.statuses()).thenReturn(statuses);
        when(storage.categories()).thenReturn(categories);
        when(statuses.statuses(any())).thenReturn(List.of(new StatusEntry(Status.WAITING, "Rückruf", false)));
        when(statuses.priorities(any())).thenReturn(List.of(new PriorityEntry(Priority.HIGH, "Hoch", true)));
        Catalogue catalogue =
                new Catalogue(new TenantId("t"), storage, Labels.of(Locale.ENGLISH), action -> {}, () -> {});
        return new QueryParser(catalogue, actor, zone, NOW);
    }
}
