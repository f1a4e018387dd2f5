package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.ticketkit.spi.model.MacroStatus;

/**
 * What starts an automation. In JSON told apart by {@code type}: {@code ticketCreated}, {@code statusChanged} or {@code fired}; never the
 * name of a class.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TicketCreated.class, name = "ticketCreated"),
    @JsonSubTypes.Type(value = StatusChanged.class, name = "statusChanged"),
    @JsonSubTypes.Type(value = Fired.class, name = "fired")
})
public sealed interface Starter permits TicketCreated, StatusChanged, Fired {
    /** A ticket was opened. */
    static Starter ticketCreated() {
        return new TicketCreated();
    }

    /** A ticket's status changed from any to any other; opening is no change of status. */
    static StatusChanged statusChanged() {
        return new StatusChanged(null, null);
    }

    /** A ticket's status became one of these. */
    static StatusChanged statusBecame(String... keys) {
        return statusChanged().to(keys);
    }

    /**
     * A ticket's status became one of a macro status, from any other status: also from Resolved to Closed. For the moment in which work ends
     * write {@code statusChanged().from(IN_PROGRESS).to(TERMINATED)}.
     */
    static StatusChanged statusBecame(MacroStatus macro) {
        return statusChanged().to(macro);
    }

    /** The host fired a name of its own choice. */
    static Fired fired(String name) {
        return new Fired(name, java.util.List.of());
    }
}
