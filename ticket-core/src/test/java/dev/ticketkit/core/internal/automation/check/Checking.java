package dev.ticketkit.core.internal.automation.check;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.ticketkit.core.Tickets;
import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Condition;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.catalogue.Catalogue;
import dev.ticketkit.core.internal.validation.CommandValidator;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.spi.catalogue.CategoryEntry;
import dev.ticketkit.spi.catalogue.PriorityEntry;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.host.FieldSource;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.storage.CategoryStore;
import dev.ticketkit.spi.storage.StatusStore;
import dev.ticketkit.spi.storage.TicketStorage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks with a tenant that has a status of its own, a hidden one, a priority it does not offer and a hidden category. */
final class Checking {
    private static final CommandValidator VALIDATOR = CommandValidator.ofProvider(Locale.ENGLISH);

    private Checking() {}

    /** For a desk without fields of the host's own. */
    static AutomationChecks checks() {
        return checks(FieldSource.none());
    }

    static AutomationChecks checks(FieldSource fields) {
        StatusStore statuses = mock(StatusStore.class);
        when(statuses.statuses(any()))
                .thenReturn(List.of(
                        new StatusEntry(new Status("shipped", MacroStatus.IN_PROGRESS, 8), "Shipped", false),
                        new StatusEntry(Status.TERMINATED, null, true)));
        when(statuses.priorities(any())).thenReturn(List.of(new PriorityEntry(Priority.LOWEST, null, false)));
        CategoryStore categories = mock(CategoryStore.class);
        when(categories.find(any(), any())).thenReturn(Optional.empty());
        when(categories.find(Tickets.ACME, Tickets.category("Old").id()))
                .thenReturn(Optional.of(new CategoryEntry(Tickets.category("Old"), true)));
        TicketStorage storage = mock(TicketStorage.class);
        when(storage.statuses()).thenReturn(statuses);
        when(storage.categories()).thenReturn(categories);
        return new AutomationChecks(
                VALIDATOR,
                new Catalogue(Tickets.ACME, storage, Labels.of(Locale.ENGLISH), action -> {}, () -> {}),
                fields.names(Tickets.ACME));
    }

    static Automation automation(String id, Starter starter, Step... steps) {
        return Automation.builder(id, id).when(starter).steps(steps).build();
    }

    static Automation conditional(String id, Starter starter, Step... steps) {
        return automation(id, starter, steps).toBuilder()
                .onlyIf(Condition.contactHasOpenTicket())
                .build();
    }

    static Automation disabled(String id, Starter starter, Step... steps) {
        return automation(id, starter, steps).toBuilder().enabled(false).build();
    }
}
