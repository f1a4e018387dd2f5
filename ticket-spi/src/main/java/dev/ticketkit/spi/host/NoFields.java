package dev.ticketkit.spi.host;

import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.TenantId;
import java.util.Map;
import java.util.Set;

/** Of a host that has no fields of its own. */
enum NoFields implements FieldSource {
    INSTANCE;

    @Override
    public Map<String, String> fields(TenantId tenant, Contact contact) {
        return Map.of();
    }

    @Override
    public Set<String> names(TenantId tenant) {
        return Set.of();
    }
}
