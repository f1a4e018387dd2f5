package dev.ticketkit.core.internal.listing;

import dev.ticketkit.core.catalogue.Catalogue;
import dev.ticketkit.core.catalogue.StatusBook;
import dev.ticketkit.core.internal.export.TicketCsv;
import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.core.query.CsvOptions;
import dev.ticketkit.spi.model.Priority;
import java.util.EnumMap;
import java.util.Map;

/** CSV in the words of a tenant, looked up once for a whole file. */
public final class CsvForm {
    private final ActorContext session;

    public CsvForm(ActorContext session) {
        this.session = session;
    }

    public TicketCsv csv(CsvOptions options) {
        Catalogue catalogue = session.catalogue();
        Labels labels = session.labels();
        StatusBook statuses = catalogue.statuses();
        Map<Priority, String> priorities = new EnumMap<>(Priority.class);
        catalogue.priorities().forEach(entry -> priorities.put(entry.priority(), catalogue.label(entry)));
        return new TicketCsv(
                options,
                labels,
                status -> statuses.find(status.key()).map(statuses::label).orElseGet(() -> labels.status(status)),
                priority -> priorities.getOrDefault(priority, labels.priority(priority)),
                session.settings().zone());
    }
}
