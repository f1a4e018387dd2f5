package dev.ticketkit.spi.host;

import dev.ticketkit.spi.model.TenantId;
import java.util.List;

/**
 * Who works on a tenant's tickets; implemented by the host. Called on a delivery thread when something is sent, so the answer may be
 * as fresh as the host likes. Must be thread-safe. Anything thrown means: try again later.
 */
@FunctionalInterface
public interface OperatorDirectory {
    /** Every operator of the tenant; empty for an unknown one. */
    List<Operator> operators(TenantId tenant);
}
