/** In-memory storage, contract tests and a settable clock. */
module dev.ticketkit.testkit {
    requires transitive dev.ticketkit.core;
    requires transitive org.junit.jupiter.api;
    requires static transitive org.jspecify;
    requires org.assertj.core;

    exports dev.ticketkit.testkit;
}
