package dev.ticketkit.core.internal.automation.execute;

import dev.ticketkit.core.catalogue.StatusBook;
import dev.ticketkit.core.internal.automation.decide.Occurrence;
import dev.ticketkit.core.internal.validation.Required;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.core.template.FieldValues;
import dev.ticketkit.core.template.TicketFields;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.TenantId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What dynamic fields mean in one run: the ticket's own, then those given when it was fired, then the host's about the contact. */
final class ExecutionFields {
    private final ExecutionSettings parts;
    private final Occurrence occurrence;
    private final Words words;
    private @Nullable FieldValues outside;

    ExecutionFields(ExecutionSettings parts, Occurrence occurrence) {
        this(parts, occurrence, new Words(parts, occurrence.tenant()));
    }

    ExecutionFields(ExecutionSettings parts, Occurrence occurrence, Words words) {
        this.parts = parts;
        this.occurrence = occurrence;
        this.words = words;
    }

    /** What statuses and priorities are called, read once for all texts of a language. Of one thread. */
    static final class Words {
        private final ExecutionSettings parts;
        private final TenantId tenant;
        private final Map<Locale, TicketFields> ofLanguage = new HashMap<>();

        Words(ExecutionSettings parts, TenantId tenant) {
            this.parts = parts;
            this.tenant = tenant;
        }

        TicketFields in(Locale language) {
            return ofLanguage.computeIfAbsent(language, this::read);
        }

        private TicketFields read(Locale language) {
            Labels labels = parts.labels().apply(language);
            StatusBook statuses = StatusBook.of(parts.storage().statuses().statuses(tenant), labels);
            return new TicketFields(statuses, parts.storage().statuses().priorities(tenant), labels);
        }
    }

    /** Before there is a ticket. */
    FieldValues outside() {
        if (outside == null) {
            outside = occurrence.given().orElse(hosts());
        }
        return outside;
    }

    private FieldValues hosts() {
        Map<String, String> given =
                Required.answer(parts.fields().fields(occurrence.tenant(), occurrence.contact()), "FieldSource");
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
        return words.in(language).of(ticket.ticket(), ticket.oldStatus()).orElse(outside());
    }
}
