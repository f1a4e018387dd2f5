/** Sends the notifications of the desk by mail. */
module dev.ticketkit.mail {
    requires transitive dev.ticketkit.spi;
    requires static transitive org.jspecify;
    requires jakarta.mail;
    requires org.eclipse.angus.mail;
    requires org.slf4j;

    exports dev.ticketkit.mail;
}
