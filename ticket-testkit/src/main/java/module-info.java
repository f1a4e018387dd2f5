/**
 * In-memory storage, a desk on it, contract tests and a settable clock. The contract packages are opened to JUnit, which calls tests that are not
 * public.
 */
module dev.ticketkit.testkit {
    requires transitive dev.ticketkit.core;
    requires transitive dev.ticketkit.spi;
    requires transitive org.junit.jupiter.api;
    requires static transitive org.jspecify;
    requires org.assertj.core;

    exports dev.ticketkit.testkit;
    exports dev.ticketkit.testkit.contract;
    exports dev.ticketkit.testkit.contract.automation;
    exports dev.ticketkit.testkit.contract.catalogue;
    exports dev.ticketkit.testkit.contract.delivery;
    exports dev.ticketkit.testkit.contract.erasure;
    exports dev.ticketkit.testkit.contract.fixture;
    exports dev.ticketkit.testkit.contract.query;
    exports dev.ticketkit.testkit.contract.statistics;
    exports dev.ticketkit.testkit.contract.ticket;

    opens dev.ticketkit.testkit.contract to
            org.junit.platform.commons;
    opens dev.ticketkit.testkit.contract.automation to
            org.junit.platform.commons;
    opens dev.ticketkit.testkit.contract.catalogue to
            org.junit.platform.commons;
    opens dev.ticketkit.testkit.contract.delivery to
            org.junit.platform.commons;
    opens dev.ticketkit.testkit.contract.erasure to
            org.junit.platform.commons;
    opens dev.ticketkit.testkit.contract.fixture to
            org.junit.platform.commons;
    opens dev.ticketkit.testkit.contract.query to
            org.junit.platform.commons;
    opens dev.ticketkit.testkit.contract.statistics to
            org.junit.platform.commons;
    opens dev.ticketkit.testkit.contract.ticket to
            org.junit.platform.commons;
}
