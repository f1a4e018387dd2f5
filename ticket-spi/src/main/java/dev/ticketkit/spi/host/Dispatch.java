package dev.ticketkit.spi.host;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.event.Cause;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.internal.Required;
import dev.ticketkit.spi.model.Ticket;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event on its way to the host's own systems, as it is or as a trigger an automation dispatches. Immutable. */
@JsonAutoDetect(
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        creatorVisibility = Visibility.NONE)
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonPropertyOrder({"id", "event", "attempt", "ticket", "automation", "trigger", "parameters"})
public final class Dispatch {
    private final UUID id;
    private final TicketEvent event;
    private final int attempt;
    private final Ticket ticket;
    private final @Nullable String automation;
    private final @Nullable String trigger;
    private final SortedMap<String, String> parameters;

    private Dispatch(
            UUID id,
            TicketEvent event,
            int attempt,
            Ticket ticket,
            @Nullable String automation,
            @Nullable String trigger,
            Map<String, String> parameters) {
        this.id = Objects.requireNonNull(id, "id");
        this.event = Objects.requireNonNull(event, "event");
        this.attempt = attempt;
        this.ticket = Objects.requireNonNull(ticket, "ticket");
        this.automation = automation;
        this.trigger = trigger;
        this.parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /**
     * An event as it is.
     *
     * @param event what happened
     * @param attempt 1 for the first try
     * @param ticket the ticket as it is when this is sent
     */
    public static Dispatch of(TicketEvent event, int attempt, Ticket ticket) {
        Required.argument(ticket, "ticket");
        return new Dispatch(Required.argument(event, "event").id(), event, attempt, ticket, null, null, Map.of());
    }

    /**
     * A copy that is a trigger.
     *
     * @param stepId the same at every attempt
     * @param automationId what dispatches it
     * @param name the trigger's name
     * @param values its parameters by name
     */
    public Dispatch asTrigger(UUID stepId, String automationId, String name, Map<String, String> values) {
        return new Dispatch(stepId, event, attempt, ticket, automationId, name, values);
    }

    /** The same at every attempt: the event's id, or of a trigger, one made of event, automation and step. */
    @JsonProperty
    public UUID id() {
        return id;
    }

    /** What happened; of a trigger, what started the automation or opened the ticket. */
    @JsonProperty
    public TicketEvent event() {
        return event;
    }

    /** 1 for the first try. */
    @JsonProperty
    public int attempt() {
        return attempt;
    }

    /** The ticket as it is when this is sent. */
    @JsonProperty
    public Ticket ticket() {
        return ticket;
    }

    /** The id of the automation that dispatches the trigger; null for an event as it is. */
    @JsonProperty
    public @Nullable String automation() {
        return automation;
    }

    /** The trigger's name; null for an event as it is. */
    @JsonProperty
    public @Nullable String trigger() {
        return trigger;
    }

    /** The trigger's parameters by name; empty for an event as it is. */
    @JsonProperty
    public SortedMap<String, String> parameters() {
        return parameters;
    }

    /**
     * What to give to {@code because(…)} when this leads the host to act on the desk again, so that loops are seen and end.
     *
     * @return one cause deeper than the event
     */
    public Cause cause() {
        Cause before = event.cause();
        return new Cause(
                event.id(), automation == null ? "host-dispatch" : automation, before == null ? 1 : before.depth() + 1);
    }

    @JsonCreator
    private static Dispatch fromJson(
            @JsonProperty("id") UUID id,
            @JsonProperty("event") TicketEvent event,
            @JsonProperty("attempt") int attempt,
            @JsonProperty("ticket") Ticket ticket,
            @JsonProperty("automation") @Nullable String automation,
            @JsonProperty("trigger") @Nullable String trigger,
            @JsonProperty("parameters") @Nullable Map<String, String> parameters) {
        return new Dispatch(
                id, event, attempt, ticket, automation, trigger, parameters == null ? Map.of() : parameters);
    }
}
