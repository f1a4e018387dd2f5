package dev.ticketkit.core.internal.delivery.worker;

import dev.ticketkit.core.internal.text.CauseText;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryFailure;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs code of the host so that nothing it throws goes any further. */
final class Attempt {
    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    private Attempt() {}

    /** What the code says is not done; itself when it throws. */
    static List<DeliveryFailure> of(
            int attempt, String consumer, Retries retries, Supplier<List<DeliveryFailure>> code) {
        try {
            return code.get();
        } catch (Throwable problem) {
            DeliveryFailure failure = retries.after(attempt, consumer, problem);
            LOG.warn(
                    "delivery to {} failed at attempt {}{}: {}",
                    CauseText.of(consumer),
                    attempt,
                    failure.parked() ? ", given up" : "",
                    failure.cause());
            return List.of(failure);
        }
    }

    /** A row that cannot be read fails as a whole: nobody could have it. */
    static List<DeliveryFailure> unreadable(Delivery delivery, Retries retries, Throwable problem) {
        DeliveryFailure failure = retries.after(
                delivery.attempt(),
                delivery.consumer(),
                CauseText.of("the event cannot be read, mend its row and release it: " + CauseText.of(problem)));
        LOG.warn(
                "event {} of tenant {} cannot be read at attempt {}{}: {}",
                delivery.eventId(),
                CauseText.of(delivery.tenant().value()),
                delivery.attempt(),
                failure.parked() ? ", given up" : "",
                failure.cause());
        return List.of(failure);
    }

    static DeliveryFailure rejected(String consumer) {
        return Retries.parked(consumer, "rejected by its receiver");
    }
}
