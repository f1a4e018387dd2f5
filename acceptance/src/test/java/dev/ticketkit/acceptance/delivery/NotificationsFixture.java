package dev.ticketkit.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.desk.TicketDeskBuilder;
import dev.ticketkit.spi.host.AccessPolicy;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Notification;
import dev.ticketkit.spi.host.Operator;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import dev.ticketkit.spi.storage.delivery.NotificationOutcome;
import dev.ticketkit.spi.storage.delivery.NotificationRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;

/** A host with three operators, one for each language, who keeps what it is to send. */
class NotificationsFixture extends DeskFixture {
    static final Duration WINDOW = Duration.ofMinutes(10);

    final List<Operator> operators = new ArrayList<>(List.of(
            new Operator("olga", "Olga", "olga@example.org", "en"),
            new Operator("otto", "Otto", "otto@example.org", "it"),
            new Operator("pia", "Pia", "pia@example.org", "es")));
    /** Operators who may read no ticket. */
    final Set<String> blind = new HashSet<>();
    /** What happens to an operator's notices, unless they are sent. */
    final Map<String, Function<Notification, DeliveryResult>> trouble = new HashMap<>();

    final List<Notification> sent = new ArrayList<>();

    NotificationsFixture(Store store) {
        super(store);
    }

    /** Tests share the store, and a pump delivers for all tenants. */
    @BeforeEach
    void finishWhatOtherTestsLeft() {
        DeliveryQueue queue = store.storage().deliveries();
        List<Delivery> left;
        do {
            left = queue.claim("sweeper", 1_000, Duration.ofMinutes(5));
            left.forEach(delivery -> queue.complete(delivery, List.of()));
        } while (!left.isEmpty());
        retireConsumersOfOtherTests();
    }

    final TicketDesk pump() {
        return pump(settings());
    }

    final TicketDesk pump(TicketDeskBuilder settings) {
        return settings.build();
    }

    final TicketDeskBuilder settings() {
        return deskBuilder()
                .operators(whose -> whose.equals(tenant) ? List.copyOf(operators) : List.of(), this::send)
                .access(new SomeAreBlind())
                .automations(false);
    }

    final ActorDesk otto() {
        return as(Actor.operator("otto", "Otto"));
    }

    final List<String> recipients() {
        return sent.stream().map(notice -> notice.recipient().id()).toList();
    }

    final List<Notification> sentTo(String operator) {
        return sent.stream()
                .filter(notice -> notice.recipient().id().equals(operator))
                .toList();
    }

    static List<Long> versions(Notification notice) {
        return notice.events().stream().map(event -> event.version()).toList();
    }

    final List<NotificationRecord> records(Ticket ticket, long version) {
        return store.storage()
                .notifications()
                .records(
                        tenant,
                        store.storage()
                                .events()
                                .history(tenant, ticket.id(), version - 1, 1)
                                .get(0)
                                .id());
    }

    /** What the only round about an event came to. */
    final Map<String, NotificationOutcome> outcomes(Ticket ticket, long version) {
        assertThat(records(ticket, version)).hasSize(1);
        assertThat(records(ticket, version).get(0).receiver()).isEqualTo(NotificationRecord.ALL);
        return records(ticket, version).get(0).outcomes();
    }

    final long pending() {
        return store.storage().deliveries().kept().pending(tenant);
    }

    final Set<String> parked() {
        return store.storage().deliveries().kept().parked(tenant, 100).stream()
                .map(parked -> parked.consumer() + ": " + parked.cause())
                .collect(Collectors.toSet());
    }

    private DeliveryResult send(Notification notice) {
        sent.add(notice);
        return trouble.getOrDefault(notice.recipient().id(), any -> DeliveryResult.DELIVERED)
                .apply(notice);
    }

    private final class SomeAreBlind implements AccessPolicy {
        @Override
        public AccessScope visibleTo(TenantId whose, Actor actor) {
            return blind.contains(actor.id()) ? AccessScope.none() : AccessScope.all();
        }

        @Override
        public boolean allows(TenantId whose, Actor actor, Action action, Ticket ticket) {
            return AccessPolicy.defaults().allows(whose, actor, action, ticket);
        }
    }
}
