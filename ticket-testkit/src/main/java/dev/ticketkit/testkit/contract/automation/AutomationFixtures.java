package dev.ticketkit.testkit.contract.automation;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.automation.AutomationExecution;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import dev.ticketkit.spi.storage.automation.Firing;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes runs and firings of one tenant. */
final class AutomationFixtures {
    static final String CONSUMER = "automations";
    static final Instant AT = TicketFixtures.START;

    private final TenantId tenant;

    AutomationFixtures(TenantId tenant) {
        this.tenant = tenant;
    }

    AutomationExecution run(UUID eventId, String automation, ExecutionState state, int stepsDone) {
        return run(eventId, automation, state, stepsDone, null);
    }

    AutomationExecution run(
            UUID eventId, String automation, ExecutionState state, int stepsDone, @Nullable String detail) {
        return new AutomationExecution(
                tenant, eventId, automation, state, stepsDone, null, detail, AT.plusSeconds(stepsDone));
    }

    Firing firing() {
        return firing(UUID.randomUUID(), "contact-1", "{\"fired\": true}");
    }

    Firing firing(UUID id, String contact, @Nullable String json) {
        byte[] hash = TicketFixtures.stamp("fire:" + id, String.valueOf(json)).bodyHash();
        return new Firing(tenant, id, contact, AT, hash, json);
    }

    static AutomationExecution of(AutomationExecution run, TicketId ticket) {
        return new AutomationExecution(
                run.tenant(),
                run.eventId(),
                run.automation(),
                run.state(),
                run.stepsDone(),
                ticket,
                run.detail(),
                run.at());
    }

    static AutomationExecution withoutDetail(AutomationExecution run) {
        return new AutomationExecution(
                run.tenant(),
                run.eventId(),
                run.automation(),
                run.state(),
                run.stepsDone(),
                run.ticketId(),
                null,
                run.at());
    }
}
