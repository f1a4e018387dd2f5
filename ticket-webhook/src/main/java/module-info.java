/** Passes the events of the desk on to web addresses, and verifies what was sent so. */
module dev.ticketkit.webhook {
    requires transitive dev.ticketkit.spi;
    requires static transitive org.jspecify;
    requires org.slf4j;

    exports dev.ticketkit.webhook;
}
