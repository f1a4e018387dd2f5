package dev.ticketkit.core.command;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.constraint.CodePoints;
import dev.ticketkit.spi.constraint.NoControl;
import dev.ticketkit.spi.text.TextRule;
import dev.ticketkit.spi.text.UnknownProperty;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds a note. Whether it is internal or public is said by the method it is given to, never by a default.
 *
 * @param text 1 to 10,000 code points of plain text
 * @param idempotencyKey see {@link Command#idempotencyKey()}
 */
@JsonPropertyOrder({"text", "idempotencyKey"})
public record AddNote(
        @NotNull @CodePoints(min = 1, max = 10_000) @NoControl(TextRule.BLOCK) @Nullable String text,

        @CodePoints(min = 1, max = 255) @NoControl @Nullable String idempotencyKey)
        implements Command {

    /** For JSON. */
    @JsonCreator
    public AddNote(
            @JsonProperty("text") @Nullable String text,
            @JsonProperty("idempotencyKey") @Nullable String idempotencyKey) {
        this.text = text;
        this.idempotencyKey = idempotencyKey;
    }

    /** A note without a key. */
    public static AddNote of(String text) {
        return new AddNote(text, null);
    }

    @Override
    public String name() {
        return "note";
    }

    @Override
    public List<@Nullable Object> content() {
        return Arrays.asList(text);
    }

    /** Names no values: they are a person's text. */
    @Override
    public String toString() {
        return "AddNote";
    }

    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(AddNote.class, property);
    }
}
