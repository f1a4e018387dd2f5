package dev.ticketkit.samples.helpdesk.seed;

import dev.ticketkit.core.delivery.DeliveredEvent;
import dev.ticketkit.core.delivery.EventConsumer;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spring.TicketDeskCustomizer;
import org.springframework.stereotype.Component;

/**
 * A desk on the same storage that tells nobody: what happens through it is delivered to a consumer that drops it, and is done before the real
 * desk starts. Without it the first operators would be mailed a year of events.
 */
@Component
class QuietDesk {
    private static final String NAME = "seed";

    private final TicketDesk quiet;
    private final TicketDesk real;

    QuietDesk(TicketStorage storage, TicketDeskCustomizer tenant, TicketDesk real) {
        var builder = TicketDesk.builder().storage(storage);
        tenant.customize(builder);
        this.quiet = builder.automations(false).consumer(new Dropped()).build();
        this.real = real;
    }

    /** The desk to work through. */
    TicketDesk desk() {
        return quiet;
    }

    /** Makes the storage know that there is only this consumer yet. */
    void begin() {
        quiet.drain();
    }

    /** Delivers to nobody what happened, and is gone. */
    void end() {
        quiet.drainWithRetries();
        quiet.close();
        real.deliveries().retire(NAME);
    }

    private static final class Dropped implements EventConsumer {
        @Override
        public String name() {
            return NAME;
        }

        @Override
        public DeliveryResult handle(DeliveredEvent event) {
            return DeliveryResult.SKIPPED;
        }
    }
}
