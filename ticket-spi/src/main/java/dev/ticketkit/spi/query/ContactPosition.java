package dev.ticketkit.spi.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.model.Priority;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;

/**
 * A place in a list of contacts by urgency.
 *
 * @param priority the highest priority
 * @param openedAt the latest opening
 * @param contactId the contact's id
 */
@JsonPropertyOrder({"priority", "openedAt", "contactId"})
public record ContactPosition(Priority priority, Instant openedAt, String contactId) {
    /** The order of a list of contacts: priority descending, opening descending, then id by code point. */
    public static final Comparator<ContactPosition> ORDER = Comparator.comparing(ContactPosition::priority)
            .thenComparing(ContactPosition::openedAt)
            .reversed()
            .thenComparing(position -> position.contactId().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    @JsonProperty("openedAt")
    private String openedAtText() {
        return openedAt.toString();
    }

    @JsonCreator
    private static ContactPosition fromJson(
            @JsonProperty("priority") Priority priority,
            @JsonProperty("openedAt") String openedAt,
            @JsonProperty("contactId") String contactId) {
        return new ContactPosition(priority, Instant.parse(openedAt), contactId);
    }
}
