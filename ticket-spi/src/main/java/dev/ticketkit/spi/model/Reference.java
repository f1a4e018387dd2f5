package dev.ticketkit.spi.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.text.FoldedText;
import dev.ticketkit.spi.text.TextRule;
import java.util.Objects;
import java.util.Optional;

/**
 * The code people read out for a ticket. Unique and found without regard to case within a tenant, shown as typed, never changed and
 * never used again.
 *
 * @param value 1 to 256 code points, one line, nothing invisible, outer blanks removed
 */
public record Reference(@JsonValue String value) {
    /** Longest reference in code points. */
    public static final int MAX_CODE_POINTS = 256;

    /** Stands in a {@code TicketChange} for the reference that the store gives inside the commit. */
    public static final Reference PENDING = new Reference("(pending)");

    /**
     * Checks and trims the text.
     *
     * @throws dev.ticketkit.spi.error.RefusedException if it breaks the rule above, naming {@code reference}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Reference {
        // Checked as it came: a line separator at the end is refused, not lost.
        value = TextRule.NAME.require("reference", value, 1, MAX_CODE_POINTS).strip();
    }

    /** The reference of a text that a person typed; empty for what breaks the rule above. */
    public static Optional<Reference> parse(String text) {
        try {
            return Optional.of(new Reference(Objects.requireNonNull(text, "text")));
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }

    /** The form in which references are compared. */
    public FoldedText folded() {
        return FoldedText.of(value);
    }

    /** Whether both fold to the same code. */
    public boolean sameAs(Reference other) {
        return value.equals(other.value) || folded().equals(other.folded());
    }

    @Override
    public String toString() {
        return value;
    }
}
