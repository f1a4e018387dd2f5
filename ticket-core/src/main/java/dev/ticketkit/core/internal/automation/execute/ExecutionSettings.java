package dev.ticketkit.core.internal.automation.execute;

import dev.ticketkit.core.internal.session.DeskSettings;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.spi.host.FieldSource;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.TicketStorage;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Function;

/**
 * What runs need of the desk.
 *
 * @param storage where tickets are
 * @param clock what time it is
 * @param tenants language and zone of each tenant
 * @param labels the words of each language
 * @param fields the host's own dynamic fields
 */
public record ExecutionSettings(
        TicketStorage storage,
        Clock clock,
        Function<TenantId, TenantSettings> tenants,
        Function<Locale, Labels> labels,
        FieldSource fields) {

    static ExecutionSettings of(DeskSettings desk) {
        return new ExecutionSettings(desk.storage(), desk.clock(), desk.tenants(), desk.labels(), desk.fields());
    }
}
