/**
 * The ticket desk: commands, decisions, reference formats, labels, dynamic fields, delivery and statistics. Commands and queries are opened to
 * all, so that a host's JSON and validation providers can read them.
 */
module dev.ticketkit.core {
    requires transitive dev.ticketkit.spi;
    requires static transitive org.jspecify;
    requires org.slf4j;
    // One of them, for automations: a host that is a module says which.
    requires static com.fasterxml.jackson.databind;
    requires static tools.jackson.databind;

    // Whether there is one; which one it is, is found by Jakarta Validation.
    uses jakarta.validation.spi.ValidationProvider;

    exports dev.ticketkit.core.automation;
    exports dev.ticketkit.core.catalogue;
    exports dev.ticketkit.core.command;
    exports dev.ticketkit.core.delivery;
    exports dev.ticketkit.core.desk;
    exports dev.ticketkit.core.result;
    exports dev.ticketkit.core.identity;
    exports dev.ticketkit.core.label;
    exports dev.ticketkit.core.query;
    exports dev.ticketkit.core.reference;
    exports dev.ticketkit.core.statistics;
    exports dev.ticketkit.core.template;
    exports dev.ticketkit.core.tenant;

    opens dev.ticketkit.core.automation;
    opens dev.ticketkit.core.catalogue;
    opens dev.ticketkit.core.command;
    opens dev.ticketkit.core.internal.automation.decide;
    opens dev.ticketkit.core.internal.automation.execute;
    opens dev.ticketkit.core.template;
    opens dev.ticketkit.core.internal.json;
    opens dev.ticketkit.core.query;
    opens dev.ticketkit.core.reference;
    opens dev.ticketkit.core.result;
    opens dev.ticketkit.core.statistics;
}
