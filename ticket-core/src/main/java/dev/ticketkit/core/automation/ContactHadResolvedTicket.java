package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ticketkit.spi.text.UnknownProperty;
import org.jspecify.annotations.Nullable;

/** The contact has had a ticket resolved, other than the one of the event. */
public record ContactHadResolvedTicket() implements Condition {
    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(ContactHadResolvedTicket.class, property);
    }
}
