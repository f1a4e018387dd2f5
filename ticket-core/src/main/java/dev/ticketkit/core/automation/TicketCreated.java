package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ticketkit.spi.text.UnknownProperty;
import org.jspecify.annotations.Nullable;

/** A ticket was opened, by whomever. */
public record TicketCreated() implements Starter {
    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(TicketCreated.class, property);
    }
}
