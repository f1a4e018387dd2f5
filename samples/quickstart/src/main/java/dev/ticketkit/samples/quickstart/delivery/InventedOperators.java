package dev.ticketkit.samples.quickstart.delivery;

import dev.ticketkit.spi.host.Operator;
import dev.ticketkit.spi.host.OperatorDirectory;
import dev.ticketkit.spi.model.TenantId;
import java.util.List;

/** Who works at the help desk: a host would ask its own directory. */
final class InventedOperators implements OperatorDirectory {
    private static final List<Operator> OPERATORS = List.of(
            new Operator("anna", "Anna Rossi", "anna@desk.example", "it"),
            new Operator("luis", "Luis García", "luis@desk.example", "es"),
            new Operator("grace", "Grace Miller", "grace@desk.example", "en"));

    private final TenantId tenant;

    InventedOperators(TenantId tenant) {
        this.tenant = tenant;
    }

    @Override
    public List<Operator> operators(TenantId asked) {
        return asked.equals(tenant) ? OPERATORS : List.of();
    }
}
