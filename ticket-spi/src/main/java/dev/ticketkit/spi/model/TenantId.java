package dev.ticketkit.spi.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.ticketkit.spi.text.TextRule;

/**
 * The customer of the host whose tickets these are; nothing is ever shared between tenants. Compared as it is, case included.
 *
 * @param value 1 to 128 code points, no controls
 */
public record TenantId(@JsonValue String value) {
    /** Longest id in code points. */
    public static final int MAX_CODE_POINTS = 128;

    /**
     * Checks the text.
     *
     * @throws dev.ticketkit.spi.error.RefusedException if it breaks the rule above, naming {@code tenant}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TenantId {
        TextRule.LINE.require("tenant", value, 1, MAX_CODE_POINTS);
    }

    @Override
    public String toString() {
        return value;
    }
}
