package dev.ticketkit.spi.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;

/**
 * A remark on a ticket; author and time are those of its event.
 *
 * @param visibility who may read it
 * @param text 1 to 10,000 code points of plain text, never markup; empty once it was erased
 */
@JsonPropertyOrder({"visibility", "text"})
public record Note(NoteVisibility visibility, String text) {
    /** Requires both. */
    @JsonCreator
    public Note(@JsonProperty("visibility") NoteVisibility visibility, @JsonProperty("text") String text) {
        this.visibility = Objects.requireNonNull(visibility, "visibility");
        this.text = Objects.requireNonNull(text, "text");
    }
}
