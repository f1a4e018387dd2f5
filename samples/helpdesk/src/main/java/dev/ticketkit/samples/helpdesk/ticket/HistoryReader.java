package dev.ticketkit.samples.helpdesk.ticket;

import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.samples.helpdesk.page.Words;
import dev.ticketkit.samples.helpdesk.page.WordsOfRequest;
import dev.ticketkit.samples.helpdesk.team.Account;
import dev.ticketkit.samples.helpdesk.team.Team;
import dev.ticketkit.samples.helpdesk.ticket.HistoryEntry.Change;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.TicketId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in the reader's words what happened to a ticket. */
@Component
class HistoryReader {
    private final ActorDesk desk;
    private final Team team;
    private final WordsOfRequest words;

    HistoryReader(ActorDesk desk, Team team, WordsOfRequest words) {
        this.desk = desk;
        this.team = team;
        this.words = words;
    }

    /** What happened, the latest first. */
    List<HistoryEntry> of(TicketId ticket) {
        Words said = words.words();
        List<HistoryEntry> entries = new ArrayList<>(desk.ticket(ticket).history().stream()
                .map(event -> entry(event, said))
                .toList());
        Collections.reverse(entries);
        return entries;
    }

    private HistoryEntry entry(TicketEvent event, Words said) {
        List<Change> changes = event.changes().stream()
                .filter(change -> change.field() != TicketField.OWNER_LABEL)
                .map(change -> change(change, said))
                .toList();
        String cause = event.cause() == null ? null : event.cause().source();
        return new HistoryEntry(event, changes, cause);
    }

    private Change change(FieldChange change, Words said) {
        String field =
                switch (change.field()) {
                    case ATTRIBUTE -> Objects.requireNonNullElse(change.attribute(), "");
                    default -> said.field(change.field());
                };
        return new Change(field, value(change.field(), change.from(), said), value(change.field(), change.to(), said));
    }

    private String value(TicketField field, @Nullable String raw, Words said) {
        if (raw == null) {
            return "";
        }
        return switch (field) {
            case STATUS -> said.statusKey(raw);
            case PRIORITY -> said.priority(Priority.valueOf(raw));
            case OWNER -> team.find(raw).map(Account::name).orElse(raw);
            default -> raw;
        };
    }
}
