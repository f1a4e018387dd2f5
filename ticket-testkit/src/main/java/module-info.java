/**
 * In-memory storage, a desk on it, contract tests and a settable clock. The contract package is opened to JUnit, which calls tests that are not
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

    opens dev.ticketkit.testkit.contract to
            org.junit.platform.commons;
}
