package dev.ticketkit.spring;

import dev.ticketkit.core.desk.TicketDeskBuilder;

/** Sets what no bean and no property sets, such as the tenants' settings. Beans of this type are called in their order, last of all. */
@FunctionalInterface
public interface TicketDeskCustomizer {
    /** Changes the builder, which has everything from beans and properties. */
    void customize(TicketDeskBuilder builder);
}
