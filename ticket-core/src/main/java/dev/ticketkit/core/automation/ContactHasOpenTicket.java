package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ticketkit.spi.text.UnknownProperty;
import org.jspecify.annotations.Nullable;

/** The contact has a ticket in progress, other than the one of the event. */
public record ContactHasOpenTicket() implements Condition {
    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(ContactHasOpenTicket.class, property);
    }
}
