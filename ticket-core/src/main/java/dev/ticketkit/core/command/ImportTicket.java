package dev.ticketkit.core.command;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.text.UnknownProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket of the past, as it stands now, to be brought in with its own times.
 *
 * @param ticket what it is; with a reference or an external id, by which it is known when it comes again. A contact is required, an
 *     idempotency key has no place. The reference may have the form of generated ones
 * @param openedAt when it was opened, not in the future
 * @param closedAt when it was closed: only for a terminated status, not before it was opened; null then means the same instant
 */
@JsonPropertyOrder({"ticket", "openedAt", "closedAt"})
public record ImportTicket(
        @NotNull @Valid @Nullable OpenTicket ticket,
        @NotNull @Nullable Instant openedAt,
        @Nullable Instant closedAt) {
    @JsonProperty("openedAt")
    private @Nullable String openedAtText() {
        return openedAt == null ? null : openedAt.toString();
    }

    @JsonProperty("closedAt")
    private @Nullable String closedAtText() {
        return closedAt == null ? null : closedAt.toString();
    }

    @JsonCreator
    private static ImportTicket fromJson(
            @JsonProperty("ticket") @Nullable OpenTicket ticket,
            @JsonProperty("openedAt") @Nullable String openedAt,
            @JsonProperty("closedAt") @Nullable String closedAt) {
        return new ImportTicket(
                ticket,
                openedAt == null ? null : Instant.parse(openedAt),
                closedAt == null ? null : Instant.parse(closedAt));
    }

    /** Names no values: they are a person's text. */
    @Override
    public String toString() {
        return "ImportTicket";
    }

    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(ImportTicket.class, property);
    }
}
