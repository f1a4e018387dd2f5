/** The ticket desk: commands, decisions, reference formats and statistics. */
module dev.ticketkit.core {
    requires transitive dev.ticketkit.spi;
    requires static transitive org.jspecify;
    requires org.slf4j;

    exports dev.ticketkit.core;
}
