package dev.ticketkit.spi.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.constraint.CodePoints;
import dev.ticketkit.spi.constraint.NoControl;
import dev.ticketkit.spi.text.TextRule;
import dev.ticketkit.spi.text.UnknownProperty;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * An operator as a ticket's owner: the host's id and a snapshot of the name to show. Constraints are checked when a command carries
 * the party.
 *
 * @param id the host's id of the operator, 1 to 128 code points
 * @param label the name to show, 1 to 256 code points
 */
@JsonPropertyOrder({"id", "label"})
public record Party(
        @NotNull @CodePoints(min = 1, max = 128) @NoControl String id,

        @NotNull @CodePoints(min = 1, max = 256) @NoControl(TextRule.LABEL)
        String label) {

    /** For JSON and for hosts. */
    @JsonCreator
    public Party(@JsonProperty("id") String id, @JsonProperty("label") String label) {
        this.id = id;
        this.label = label;
    }

    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(Party.class, property);
    }
}
