package dev.ticketkit.core.internal.automation.execute;

import dev.ticketkit.core.catalogue.StatusBook;
import dev.ticketkit.core.internal.automation.decide.Occurrence;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.core.template.FieldValues;
import dev.ticketkit.core.template.TicketFields;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.TenantId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What dynamic fields mean in one run: the ticket's own, then those given when it was fired, then the host's about the contact. */
final class ExecutionFields {
    private final ExecutionSettings parts;
    private final Occurrence occurrence;
    private @Nullable FieldValues outside;

    ExecutionFields(ExecutionSettings parts, Occurrence occurrence) {
        this.parts = parts;
        this.occurrence = occurrence;
    }

    /** Before there is a ticket. */
    FieldValues outside() {
        if (outside == null) {
            outside = occurrence.given().orElse(hosts());
        }
        return outside;
    }

    private FieldValues hosts() {
        Map<String, String> given = parts.fields().fields(occurrence.tenant(), occurrence.contact());
        try {
            return FieldValues.ofTexts(given);
        } catch (RefusedException e) {
            throw new StepFailure("the host's field source gave what no field may be: " + e.getMessage(), e);
        }
    }

    /** With the run's ticket, in the words of a language. */
    FieldValues with(@Nullable ExecutionTicket ticket, Locale language) {
        if (ticket == null) {
            return outside();
        }
        TenantId tenant = occurrence.tenant();
        Labels labels = parts.labels().apply(language);
        StatusBook statuses = StatusBook.of(parts.storage().statuses().statuses(tenant), labels);
        return new TicketFields(statuses, parts.storage().statuses().priorities(tenant), labels)
                .of(ticket.ticket(), ticket.oldStatus())
                .orElse(outside());
    }
}
