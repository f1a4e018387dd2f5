package dev.ticketkit.core.internal.automation.execute;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.internal.automation.decide.Occurrence;
import dev.ticketkit.spi.event.Cause;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * One step of one run: who does it, on account of what, and the key under which it is done once.
 *
 * @param tenant whose
 * @param actor the automation
 * @param cause the occurrence
 * @param text occurrence, automation and step; at most 128 code points
 */
public record StepKey(TenantId tenant, Actor actor, Cause cause, String text) {
    static StepKey of(Occurrence occurrence, Automation automation, int step) {
        return new StepKey(
                occurrence.tenant(),
                Actor.automation(automation.id(), automation.name()),
                occurrence.causeOf(automation),
                occurrence.id() + ":" + automation.id() + ":" + step);
    }

    /** An id for what the step sends: a version 3 UUID (RFC 9562) of the key. */
    UUID id() {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
