package dev.ticketkit.core.reference;

import dev.ticketkit.spi.model.TenantId;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a reference may depend on.
 *
 * @param tenant whose ticket it is
 * @param openedAt when it is opened
 * @param zone the tenant's zone
 */
public record ReferenceContext(TenantId tenant, Instant openedAt, ZoneId zone) {}
