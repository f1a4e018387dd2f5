package dev.ticketkit.spi.host;

import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.TenantId;
import java.util.Map;

/**
 * The host's own fields about a contact, for texts with dynamic fields. Called once for each rendered text, on the thread that
 * renders. Must be thread-safe.
 */
@FunctionalInterface
public interface FieldSource {
    /** Values by name; names are {@code A-Z 0-9 _} and never start with {@code TICKET_}. At most 200 of 4,000 code points. */
    Map<String, String> fields(TenantId tenant, Contact contact);
}
