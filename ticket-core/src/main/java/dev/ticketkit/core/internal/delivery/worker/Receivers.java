package dev.ticketkit.core.internal.delivery.worker;

import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/** Those of one consumer who get one delivery, and who of them is not done with it. Of one thread. */
public final class Receivers {
    private final Delivery delivery;
    private final Address address;
    private final Retries retries;
    private final List<DeliveryFailure> failures = new ArrayList<>();

    Receivers(Delivery delivery, Address address, Retries retries) {
        this.delivery = delivery;
        this.address = address;
        this.retries = retries;
    }

    public int attempt() {
        return delivery.attempt();
    }

    /** Whether one receiver alone is to have it, because it failed or was released. */
    public boolean isOne() {
        return address.receiver() != null;
    }

    public Address address() {
        return address;
    }

    public <T> DeliveryResult forEach(
            Collection<T> receivers, Function<T, String> nameOf, Function<T, DeliveryResult> deliver) {
        String only = address.receiver();
        if (only != null) {
            return receivers.stream()
                    .filter(receiver -> nameOf.apply(receiver).equals(only))
                    .findFirst()
                    .map(deliver)
                    .orElse(DeliveryResult.DELIVERED);
        }
        receivers.forEach(receiver -> deliverTo(address.of(nameOf.apply(receiver)), () -> deliver.apply(receiver)));
        return DeliveryResult.DELIVERED;
    }

    /** A delivery of its own at its first attempt has been put off once, or has waited for an earlier event: it may be put off again. */
    public boolean mayBePostponed() {
        return retries.isWaiting() && (delivery.isToEveryone() || attempt() == 1);
    }

    public void postpone(Duration delay) {
        failures.add(Retries.postponed(address.text(), delay));
    }

    List<DeliveryFailure> failures() {
        return failures;
    }

    private void deliverTo(Address one, Supplier<DeliveryResult> deliver) {
        if (one.isWaiting()) {
            failures.add(Retries.waited(one.text()));
            return;
        }
        Attempt.of(attempt(), one.text(), retries, () -> {
                    DeliveryResult result = Objects.requireNonNull(deliver.get(), "the receiver answered null");
                    return result == DeliveryResult.REJECTED ? List.of(Attempt.rejected(one.text())) : List.of();
                })
                .forEach(failures::add);
    }
}
