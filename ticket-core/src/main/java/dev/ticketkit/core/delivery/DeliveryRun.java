package dev.ticketkit.core.delivery;

import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.Delivery;
import dev.ticketkit.spi.storage.DeliveryFailure;
import dev.ticketkit.spi.storage.TicketStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One delivery: reads what happened, tells those it is for, says who is not done with it. Thread-safe. */
final class DeliveryRun {
    private final TicketStorage storage;
    private final Map<String, DeliveryConsumer> consumers;

    DeliveryRun(TicketStorage storage, Map<String, DeliveryConsumer> consumers) {
        this.storage = storage;
        this.consumers = consumers;
    }

    List<DeliveryFailure> failuresOf(Delivery delivery, Retries retries) {
        List<DeliveryFailure> failures = new ArrayList<>();
        Reading reading = new Reading(delivery);
        for (Address address : addressesOf(delivery)) {
            failures.addAll(
                    address.isWaiting()
                            ? List.of(Retries.waited(address.text()))
                            : Attempt.of(
                                    delivery.attempt(),
                                    address.text(),
                                    retries,
                                    () -> tell(address, reading, delivery, retries)));
        }
        return failures;
    }

    private List<Address> addressesOf(Delivery delivery) {
        return delivery.isToEveryone()
                ? consumers.keySet().stream()
                        .map(name -> new Address(name, null, delivery.waiting()))
                        .toList()
                : List.of(Address.parse(delivery.consumer()));
    }

    private List<DeliveryFailure> tell(Address address, Reading reading, Delivery delivery, Retries retries) {
        if (retries.isExhaustedBefore(delivery.attempt())) {
            return List.of(Retries.parked(
                    address.text(),
                    "no attempt ever ended, perhaps because it ends its process; release it to try again"));
        }
        DeliveryConsumer consumer = consumers.get(address.consumer());
        if (consumer == null) {
            return List.of(retries.after(
                    delivery.attempt(),
                    address.text(),
                    "the pump that had it has no consumer of this name; give every pump the same consumers"));
        }
        if (reading.event().isEmpty() || reading.ticket().isEmpty()) {
            return List.of(Retries.parked(address.text(), "the event is no longer stored"));
        }
        DeliveryContext context = new DeliveryContext(
                reading.event().get(), reading.ticket().get(), delivery.attempt(), address, retries);
        DeliveryResult result = Objects.requireNonNull(consumer.handle(context), "the consumer answered null");
        return result == DeliveryResult.REJECTED ? List.of(Attempt.rejected(address.text())) : context.failures();
    }

    /** Read once for all consumers; again only when reading failed. */
    private final class Reading {
        private final Delivery delivery;
        private Optional<TicketEvent> event = Optional.empty();
        private Optional<Ticket> ticket = Optional.empty();

        Reading(Delivery delivery) {
            this.delivery = delivery;
        }

        Optional<TicketEvent> event() {
            if (event.isEmpty()) {
                event = storage.events().event(delivery.tenant(), delivery.eventId());
            }
            return event;
        }

        Optional<Ticket> ticket() {
            if (ticket.isEmpty()) {
                ticket = storage.tickets().find(delivery.tenant(), delivery.ticketId());
            }
            return ticket;
        }
    }
}
