package dev.ticketkit.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.Dispatch;
import dev.ticketkit.spi.model.Ticket;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook says, in the shape Standard Webhooks recommend. It holds all the event holds, internal notes too: it is for the host's own
 * systems.
 *
 * @param type {@code ticket.} and the kind of the event, such as {@code ticket.opened}; {@code trigger.dispatched} for a trigger
 * @param timestamp when it happened, in ISO 8601
 * @param data event and ticket, and the trigger if it is one
 */
@JsonPropertyOrder({"type", "timestamp", "data"})
public record WebhookMessage(
        @JsonProperty("type") String type,
        @JsonProperty("timestamp") String timestamp,
        @JsonProperty("data") Data data) {

    /**
     * What happened to what.
     *
     * @param event what happened
     * @param ticket the ticket as it is when this is sent
     * @param trigger what an automation dispatched, or null for an event as it is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"event", "ticket", "trigger"})
    public record Data(
            @JsonProperty("event") TicketEvent event,
            @JsonProperty("ticket") Ticket ticket,
            @JsonProperty("trigger") @Nullable Trigger trigger) {}

    /**
     * What an automation dispatched.
     *
     * @param name the trigger's name
     * @param automation the automation's id
     * @param parameters its parameters by name
     */
    @JsonPropertyOrder({"name", "automation", "parameters"})
    public record Trigger(
            @JsonProperty("name") String name,
            @JsonProperty("automation") @Nullable String automation,
            @JsonProperty("parameters") Map<String, String> parameters) {}

    static WebhookMessage of(Dispatch dispatch) {
        TicketEvent event = dispatch.event();
        String name = dispatch.trigger();
        Trigger trigger = name == null ? null : new Trigger(name, dispatch.automation(), dispatch.parameters());
        return new WebhookMessage(
                trigger == null ? "ticket." + event.kind().name().toLowerCase(Locale.ROOT) : "trigger.dispatched",
                event.at().toString(),
                new Data(event, dispatch.ticket(), trigger));
    }
}
