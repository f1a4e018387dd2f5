package dev.ticketkit.spi.host;

import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.TenantId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The host's own fields about a contact, for texts with dynamic fields. Called once for each rendered text, on the thread that
 * renders. Must be thread-safe.
 */
@FunctionalInterface
public interface FieldSource {
    /** Values by name; names are {@code A-Z 0-9 _} and never start with {@code TICKET_}. At most 200 of 4,000 code points. */
    Map<String, String> fields(TenantId tenant, Contact contact);

    /**
     * The names it may give to any contact of a tenant. When it says them, the texts of automations are checked against them as they are saved,
     * and a misspelt name is refused; while it says none, every name may be one of its own. Asked when automations are saved or tried.
     *
     * @return names as {@link #fields} gives them; null, as unless overridden, when they are not known beforehand
     */
    default @Nullable Set<String> names(TenantId tenant) {
        return null;
    }

    /** A source that gives nothing. */
    static FieldSource none() {
        return NoFields.INSTANCE;
    }
}
