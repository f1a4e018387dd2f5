package dev.ticketkit.spi.host;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.internal.Required;
import dev.ticketkit.spi.model.Ticket;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to one person. One object, so that it can grow without breaking those who receive it. Immutable.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        creatorVisibility = Visibility.NONE)
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonPropertyOrder({
    "id",
    "event",
    "events",
    "automation",
    "attempt",
    "recipient",
    "ticket",
    "templateKey",
    "parameters",
    "text",
    "html"
})
public final class Notification {
    private final UUID id;
    private final TicketEvent event;
    private final List<TicketEvent> events;
    private final @Nullable String automation;
    private final int attempt;
    private final Recipient recipient;
    private final Ticket ticket;
    private final @Nullable String templateKey;
    private final List<String> parameters;
    private final String text;
    private final String html;

    private Notification(Builder from) {
        event = Objects.requireNonNull(from.event, "event");
        id = from.id == null ? event.id() : from.id;
        events = from.events.isEmpty() ? List.of(event) : List.copyOf(from.events);
        automation = from.automation;
        attempt = from.attempt;
        recipient = Objects.requireNonNull(from.recipient, "recipient");
        ticket = Objects.requireNonNull(from.ticket, "ticket");
        templateKey = from.templateKey;
        parameters = List.copyOf(from.parameters);
        text = from.text;
        html = from.html;
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * The same at every attempt, and different for each thing sent to one recipient: the event's id, or one made of event, automation and
     * step.
     */
    @JsonProperty
    public UUID id() {
        return id;
    }

    /** What happened, by whom and why; the first, if there are several. */
    @JsonProperty
    public TicketEvent event() {
        return event;
    }

    /** All that it is about, in order; usually the one event. */
    @JsonProperty
    public List<TicketEvent> events() {
        return events;
    }

    /** The id of the automation that sends this, or null when none does. */
    @JsonProperty
    public @Nullable String automation() {
        return automation;
    }

    /** 1 for the first try. */
    @JsonProperty
    public int attempt() {
        return attempt;
    }

    /** Who receives it. */
    @JsonProperty
    public Recipient recipient() {
        return recipient;
    }

    /** The ticket as it is when this is sent. */
    @JsonProperty
    public Ticket ticket() {
        return ticket;
    }

    /** The host's template, or null when there is only text. */
    @JsonProperty
    public @Nullable String templateKey() {
        return templateKey;
    }

    /** The template's parameters in order. */
    @JsonProperty
    public List<String> parameters() {
        return parameters;
    }

    /** The rendered plain text. */
    @JsonProperty
    public String text() {
        return text;
    }

    /** The same with everything a person wrote escaped for HTML. */
    @JsonProperty
    public String html() {
        return html;
    }

    /** Ids and kinds; nothing that a person wrote, and nobody's name or address. */
    @Override
    public String toString() {
        return "Notification[" + id + " of " + event + " to " + recipient.kind() + "]";
    }

    @JsonCreator
    private static Notification fromJson(
            @JsonProperty("id") UUID id,
            @JsonProperty("event") TicketEvent event,
            @JsonProperty("events") @Nullable List<TicketEvent> events,
            @JsonProperty("automation") @Nullable String automation,
            @JsonProperty("attempt") int attempt,
            @JsonProperty("recipient") Recipient recipient,
            @JsonProperty("ticket") Ticket ticket,
            @JsonProperty("templateKey") @Nullable String templateKey,
            @JsonProperty("parameters") @Nullable List<String> parameters,
            @JsonProperty("text") @Nullable String text,
            @JsonProperty("html") @Nullable String html) {
        return builder()
                .id(id)
                .event(event)
                .events(events == null ? List.of() : events)
                .automation(automation)
                .attempt(attempt)
                .recipient(recipient)
                .ticket(ticket)
                .template(templateKey, parameters == null ? List.of() : parameters)
                .rendered(text == null ? "" : text, html == null ? "" : html)
                .build();
    }

    /** Builds a notification. Not thread-safe. */
    public static final class Builder {
        private @Nullable UUID id;
        private List<TicketEvent> events = List.of();
        private @Nullable String automation;
        private @Nullable TicketEvent event;
        private int attempt = 1;
        private @Nullable Recipient recipient;
        private @Nullable Ticket ticket;
        private @Nullable String templateKey;
        private List<String> parameters = List.of();
        private String text = "";
        private String html = "";

        private Builder() {}

        /** The event's id by default. */
        public Builder id(UUID value) {
            id = Required.argument(value, "id");
            return this;
        }

        /** The one event by default. */
        public Builder events(List<TicketEvent> value) {
            events = Required.all(value, "events");
            return this;
        }

        public Builder automation(@Nullable String value) {
            automation = value;
            return this;
        }

        public Builder event(TicketEvent value) {
            event = Required.argument(value, "event");
            return this;
        }

        public Builder attempt(int value) {
            attempt = value;
            return this;
        }

        public Builder recipient(Recipient value) {
            recipient = Required.argument(value, "recipient");
            return this;
        }

        public Builder ticket(Ticket value) {
            ticket = Required.argument(value, "ticket");
            return this;
        }

        public Builder template(@Nullable String key, List<String> values) {
            templateKey = key;
            parameters = Required.all(values, "template");
            return this;
        }

        public Builder rendered(String plain, String escaped) {
            text = Required.argument(plain, "rendered");
            html = Required.argument(escaped, "rendered");
            return this;
        }

        public Notification build() {
            return new Notification(this);
        }
    }
}
