/** Storage on JDBC: PostgreSQL and H2. */
module dev.ticketkit.jdbc {
    requires transitive dev.ticketkit.spi;
    requires transitive java.sql;
    requires static transitive org.jspecify;
    requires org.slf4j;

    exports dev.ticketkit.jdbc;
}
