package dev.ticketkit.spi.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.model.Status;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A status as a tenant's catalogue keeps it.
 *
 * @param status key, macro status and place
 * @param label the tenant's own word, 1 to 60 code points; null for a predefined status that keeps the words of each language
 * @param hidden whether it may no longer be chosen
 */
@JsonPropertyOrder({"status", "label", "hidden"})
public record StatusEntry(Status status, @Nullable String label, boolean hidden) {
    /** Longest label in code points. */
    public static final int MAX_LABEL_CODE_POINTS = 60;

    /** Requires the status. */
    @JsonCreator
    public StatusEntry(
            @JsonProperty("status") Status status,
            @JsonProperty("label") @Nullable String label,
            @JsonProperty("hidden") boolean hidden) {
        this.status = Objects.requireNonNull(status, "status");
        this.label = label;
        this.hidden = hidden;
    }
}
