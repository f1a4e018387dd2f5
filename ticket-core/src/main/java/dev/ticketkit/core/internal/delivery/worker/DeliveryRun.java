package dev.ticketkit.core.internal.delivery.worker;

import dev.ticketkit.core.internal.session.Observed;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.storage.automation.Firing;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One delivery: reads what happened, hands it to those it is for, says who is not done with it. Thread-safe. */
final class DeliveryRun {
    private final Map<String, DeskConsumer> consumers;
    private final Observed observed;

    DeliveryRun(Map<String, DeskConsumer> consumers, Observed observed) {
        this.consumers = consumers;
        this.observed = observed;
    }

    /** Whether it is for a consumer of this pump, or for everyone. */
    boolean runs(Delivery delivery) {
        return delivery.isToEveryone()
                || consumers.containsKey(Address.parse(delivery.consumer()).consumer());
    }

    /** Hands it to those that this pump runs. */
    List<DeliveryFailure> failuresOf(Delivery delivery, Reading reading, Retries retries) {
        List<DeliveryFailure> failures = new ArrayList<>();
        for (Address address : addressesOf(delivery)) {
            failures.addAll(
                    address.isWaiting()
                            ? List.of(Retries.waited(address.text()))
                            : attempted(address, reading, delivery, retries));
        }
        return failures;
    }

    /** A receiver may be a person: only the consumer's own name is heard of. */
    private List<DeliveryFailure> attempted(Address address, Reading reading, Delivery delivery, Retries retries) {
        long began = System.nanoTime();
        List<DeliveryFailure> failures = Attempt.of(
                delivery.attempt(), address.text(), retries, () -> deliver(address, reading, delivery, retries));
        observed.attempt(address.consumer(), outcomeOf(failures), System.nanoTime() - began);
        return failures;
    }

    private static String outcomeOf(List<DeliveryFailure> failures) {
        if (failures.isEmpty()) {
            return "delivered";
        }
        if (failures.stream().anyMatch(DeliveryFailure::parked)) {
            return "parked";
        }
        return failures.stream().anyMatch(each -> each.cause() != null) ? "failed" : "postponed";
    }

    private List<Address> addressesOf(Delivery delivery) {
        return delivery.isToEveryone()
                ? consumers.keySet().stream()
                        .map(name -> new Address(name, null, delivery.waiting()))
                        .toList()
                : List.of(Address.parse(delivery.consumer()));
    }

    private List<DeliveryFailure> deliver(Address address, Reading reading, Delivery delivery, Retries retries) {
        if (retries.isExhaustedBefore(delivery.attempt())) {
            return List.of(Retries.parked(
                    address.text(),
                    "no attempt ever ended, perhaps because it ends its process; release it to try again"));
        }
        DeskConsumer consumer = Objects.requireNonNull(consumers.get(address.consumer()));
        return handled(consumer, reading, new Receivers(delivery, address, retries));
    }

    private static List<DeliveryFailure> handled(DeskConsumer consumer, Reading reading, Receivers receivers) {
        if (reading.event().isPresent() && reading.ticket().isPresent()) {
            EventDelivery context =
                    new EventDelivery(reading.event().get(), reading.ticket().get(), receivers);
            return failures(consumer.handle(context), receivers);
        }
        return reading.firing()
                .map(firing -> handled(consumer, firing, receivers))
                .orElseGet(() -> parked(receivers, "the event is no longer stored"));
    }

    private static List<DeliveryFailure> handled(DeskConsumer consumer, Firing firing, Receivers receivers) {
        return consumer instanceof DeskConsumer.OfFirings automations
                ? failures(automations.handleFiring(new FiringDelivery(firing, receivers)), receivers)
                : parked(
                        receivers,
                        "the consumer of this name handles no firings; release it where a desk runs automations");
    }

    private static List<DeliveryFailure> failures(DeliveryResult result, Receivers receivers) {
        return Objects.requireNonNull(result, "the consumer answered null") == DeliveryResult.REJECTED
                ? List.of(Attempt.rejected(receivers.address().text()))
                : receivers.failures();
    }

    private static List<DeliveryFailure> parked(Receivers receivers, String cause) {
        return List.of(Retries.parked(receivers.address().text(), cause));
    }
}
