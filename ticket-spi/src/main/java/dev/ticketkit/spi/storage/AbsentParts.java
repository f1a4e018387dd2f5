package dev.ticketkit.spi.storage;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.automation.AutomationDocument;
import dev.ticketkit.spi.storage.automation.AutomationExecution;
import dev.ticketkit.spi.storage.automation.AutomationSet;
import dev.ticketkit.spi.storage.automation.AutomationStore;
import dev.ticketkit.spi.storage.automation.ExecutionStore;
import dev.ticketkit.spi.storage.automation.Firing;
import dev.ticketkit.spi.storage.delivery.ConsumerStore;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryFailure;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import dev.ticketkit.spi.storage.delivery.KeptDeliveries;
import dev.ticketkit.spi.storage.delivery.NotificationRecord;
import dev.ticketkit.spi.storage.delivery.NotificationStore;
import dev.ticketkit.spi.storage.delivery.ParkedDelivery;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

/**
 * The parts a store has left out: nothing is in them, nothing can be put there. What would quietly be lost is refused; what only looks, erases or
 * purges has nothing to do.
 */
final class AbsentParts {
    static final DeliveryQueue DELIVERIES = new Deliveries();
    static final AutomationStore AUTOMATIONS = new Automations();
    static final ExecutionStore EXECUTIONS = new Executions();
    static final NotificationStore NOTIFICATIONS = new Notifications();

    private AbsentParts() {}

    private static final class Deliveries implements DeliveryQueue {
        private static final ConsumerStore CONSUMERS = new Consumers();
        private static final KeptDeliveries KEPT = new Kept();

        @Override
        public List<Delivery> claim(String owner, int limit, Duration lease) {
            throw StoragePart.DELIVERIES.missing();
        }

        @Override
        public Optional<Delivery> claimAbandoned(String owner, Duration lease) {
            throw StoragePart.DELIVERIES.missing();
        }

        @Override
        public List<Delivery> claimLeft(String owner, Set<String> consumers, int limit, Duration lease) {
            throw StoragePart.DELIVERIES.missing();
        }

        @Override
        public void giveBack(List<Delivery> deliveries, Duration delay) {
            throw StoragePart.DELIVERIES.missing();
        }

        @Override
        public boolean complete(Delivery delivery, List<DeliveryFailure> failures) {
            throw StoragePart.DELIVERIES.missing();
        }

        @Override
        public boolean extend(Delivery delivery, Duration lease) {
            throw StoragePart.DELIVERIES.missing();
        }

        @Override
        public ConsumerStore consumers() {
            return CONSUMERS;
        }

        @Override
        public KeptDeliveries kept() {
            return KEPT;
        }
    }

    private static final class Kept implements KeptDeliveries {
        @Override
        public List<ParkedDelivery> parked(TenantId tenant, int limit) {
            return List.of();
        }

        @Override
        public boolean release(TenantId tenant, UUID eventId, String consumer) {
            return false;
        }

        @Override
        public long pending(TenantId tenant) {
            return 0;
        }

        @Override
        public long purge(TenantId tenant, Instant before) {
            return 0;
        }
    }

    private static final class Consumers implements ConsumerStore {
        @Override
        public void announce(Set<String> consumers) {
            throw StoragePart.DELIVERIES.missing();
        }

        @Override
        public Set<String> known(TenantId tenant) {
            return Set.of();
        }

        @Override
        public List<ConsumerStore.Unattended> unattended(Duration since) {
            return List.of();
        }

        @Override
        public boolean retire(String consumer) {
            return false;
        }

        @Override
        public SortedMap<String, Long> pending(TenantId tenant) {
            return Collections.emptySortedMap();
        }
    }

    private static final class Automations implements AutomationStore {
        @Override
        public AutomationSet automations(TenantId tenant) {
            return new AutomationSet(0, List.of());
        }

        @Override
        public boolean change(TenantId tenant, long revision, List<AutomationDocument> saved, Set<String> removed) {
            throw StoragePart.AUTOMATIONS.missing();
        }
    }

    private static final class Executions implements ExecutionStore {
        @Override
        public Optional<Firing> fire(
                Firing firing, List<AutomationExecution> executions, String consumer, Duration delay) {
            throw StoragePart.AUTOMATIONS.missing();
        }

        @Override
        public void deliverNow(TenantId tenant, UUID firingId) {
            throw StoragePart.AUTOMATIONS.missing();
        }

        @Override
        public Optional<Firing> firing(TenantId tenant, UUID id) {
            return Optional.empty();
        }

        @Override
        public List<AutomationExecution> begin(TenantId tenant, UUID eventId, List<AutomationExecution> decided) {
            if (decided.isEmpty()) {
                return List.of();
            }
            throw StoragePart.AUTOMATIONS.missing();
        }

        @Override
        public void save(AutomationExecution execution) {
            throw StoragePart.AUTOMATIONS.missing();
        }

        @Override
        public List<AutomationExecution> executions(TenantId tenant, UUID eventId) {
            return List.of();
        }

        @Override
        public void eraseContact(TenantId tenant, String contactId) {}

        @Override
        public long purge(TenantId tenant, Instant before) {
            return 0;
        }
    }

    private static final class Notifications implements NotificationStore {
        @Override
        public Set<String> optedOut(TenantId tenant) {
            return Set.of();
        }

        @Override
        public void setOptedOut(TenantId tenant, String operatorId, boolean optedOut) {
            throw StoragePart.NOTIFICATIONS.missing();
        }

        @Override
        public void record(NotificationRecord record) {
            throw StoragePart.NOTIFICATIONS.missing();
        }

        @Override
        public List<NotificationRecord> records(TenantId tenant, UUID eventId) {
            return List.of();
        }

        @Override
        public Optional<String> cancelled(TenantId tenant, UUID eventId) {
            return Optional.empty();
        }

        @Override
        public long purge(TenantId tenant, Instant before) {
            return 0;
        }
    }
}
