package dev.ticketkit.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.Dispatch;
import dev.ticketkit.spi.model.Ticket;
import java.util.Locale;

/**
 * What a webhook says, in the shape Standard Webhooks recommend. It holds all the event holds, internal notes too: it is for the host's own
 * systems.
 *
 * @param type {@code ticket.} and the kind of the event, such as {@code ticket.opened}
 * @param timestamp when it happened, in ISO 8601
 * @param data event and ticket
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
     */
    @JsonPropertyOrder({"event", "ticket"})
    public record Data(
            @JsonProperty("event") TicketEvent event,
            @JsonProperty("ticket") Ticket ticket) {}

    static WebhookMessage of(Dispatch dispatch) {
        TicketEvent event = dispatch.event();
        return new WebhookMessage(
                "ticket." + event.kind().name().toLowerCase(Locale.ROOT),
                event.at().toString(),
                new Data(event, dispatch.ticket()));
    }
}
