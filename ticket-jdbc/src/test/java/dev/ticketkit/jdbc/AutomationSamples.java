package dev.ticketkit.jdbc;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.AutomationDocument;
import dev.ticketkit.spi.storage.AutomationRun;
import dev.ticketkit.spi.storage.Firing;
import dev.ticketkit.spi.storage.RunState;
import dev.ticketkit.testkit.contract.TicketFixtures;
import java.util.List;
import java.util.UUID;

/** Firings, runs and automations of one tenant, all with the text that may not be left over. */
final class AutomationSamples {
    static final String CONSUMER = "automations";
    static final String CONTACT = "contact-7";
    static final String SECRET = "Carla Secret";

    private final TenantId tenant;

    AutomationSamples(TenantId tenant) {
        this.tenant = tenant;
    }

    Firing firing(UUID id) {
        return firing(id, SECRET);
    }

    Firing firing(UUID id, String json) {
        return new Firing(tenant, id, CONTACT, TicketFixtures.START, new byte[32], json);
    }

    AutomationRun run(UUID event) {
        return new AutomationRun(tenant, event, "a", RunState.RUNNING, 0, null, SECRET, TicketFixtures.START);
    }

    static List<AutomationDocument> documents(String json) {
        return List.of(new AutomationDocument("a", json), new AutomationDocument("b", json));
    }
}
