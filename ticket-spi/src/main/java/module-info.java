/** The nouns of a ticket desk and the ports a host or a store implements. */
module dev.ticketkit.spi {
    requires transitive com.fasterxml.jackson.annotation;
    requires transitive jakarta.validation;
    requires static transitive org.jspecify;

    exports dev.ticketkit.spi;
}
