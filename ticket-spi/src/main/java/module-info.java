/**
 * The vocabulary of the ticket desk and the ports around it. Depends on annotations only. Opened to all, so that JSON and validation
 * providers can read the nouns.
 */
module dev.ticketkit.spi {
    requires static transitive org.jspecify;
    requires transitive com.fasterxml.jackson.annotation;
    requires transitive jakarta.validation;

    exports dev.ticketkit.spi.catalogue;
    exports dev.ticketkit.spi.constraint;
    exports dev.ticketkit.spi.error;
    exports dev.ticketkit.spi.event;
    exports dev.ticketkit.spi.host;
    exports dev.ticketkit.spi.model;
    exports dev.ticketkit.spi.query;
    exports dev.ticketkit.spi.storage;
    exports dev.ticketkit.spi.storage.automation;
    exports dev.ticketkit.spi.storage.delivery;
    exports dev.ticketkit.spi.storage.statistics;
    exports dev.ticketkit.spi.text;

    opens dev.ticketkit.spi.catalogue;
    opens dev.ticketkit.spi.constraint;
    opens dev.ticketkit.spi.error;
    opens dev.ticketkit.spi.event;
    opens dev.ticketkit.spi.host;
    opens dev.ticketkit.spi.model;
    opens dev.ticketkit.spi.query;
    opens dev.ticketkit.spi.storage;
    opens dev.ticketkit.spi.storage.automation;
    opens dev.ticketkit.spi.storage.delivery;
    opens dev.ticketkit.spi.storage.statistics;
    opens dev.ticketkit.spi.text;
}
