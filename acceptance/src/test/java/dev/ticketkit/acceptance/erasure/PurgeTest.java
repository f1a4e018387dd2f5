package dev.ticketkit.acceptance.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.result.PurgeReport;
import dev.ticketkit.spi.error.ForbiddenException;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.automation.AutomationExecution;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.NotificationOutcome;
import dev.ticketkit.spi.storage.delivery.NotificationRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEveryStore
@Tag("B16")
class PurgeTest extends DeskFixture {
    /** Later than whatever the databases' clocks say, which end deliveries. */
    private static final String LATER = "2120-01-01T00:00:00Z";

    PurgeTest(Store store) {
        super(store);
    }

    private void deliverEverything() {
        List<Delivery> left;
        do {
            left = store.storage().deliveries().claim("sweeper", 1_000, Duration.ofMinutes(5));
            left.forEach(delivery -> store.storage().deliveries().complete(delivery, List.of()));
        } while (!left.isEmpty());
    }

    @Test
    void removesDoneDeliveriesKeysAndReasonsButNoHistoryAndNoStatistic() {
        Ticket ticket = opened(ticket("a").idempotencyKey("k"));
        changed(ticket, change().status("closed").idempotencyKey("k"));
        changed(ticket, change().status("closed").idempotencyKey("k2"));
        List<TicketEvent> history = handle(ticket).history();
        TicketEvent event = history.get(0);
        store.storage()
                .notifications()
                .record(new NotificationRecord(
                        tenant,
                        event.id(),
                        NotificationRecord.ALL,
                        clock.instant(),
                        new TreeMap<>(Map.of("olga", NotificationOutcome.NOTIFIED))));
        AutomationExecution run = new AutomationExecution(
                tenant, event.id(), "a-1", ExecutionState.DONE, 1, ticket.id(), null, clock.instant());
        store.storage().executions().begin(tenant, event.id(), List.of(run));
        Object counted = olga().statistics().report();
        deliverEverything();
        at(LATER);

        assertThat(olga().purge(Instant.parse("2026-03-01T00:00:00Z"))).isEqualTo(new PurgeReport(0, 0, 0, 0));
        assertThat(olga().purge()).isEqualTo(new PurgeReport(2, 1, 1, 3));

        assertThat(olga().purge()).isEqualTo(new PurgeReport(0, 0, 0, 0));
        assertThat(store.storage().notifications().records(tenant, event.id())).isEmpty();
        assertThat(store.storage().executions().executions(tenant, event.id())).isEmpty();
        assertThat(handle(ticket).history()).isEqualTo(history);
        at("2026-03-10T09:00:00Z");
        assertThat(olga().statistics().report()).isEqualTo(counted);
        assertThat(opened(ticket("b").idempotencyKey("k")).id()).isNotEqualTo(ticket.id());
    }

    @Test
    @Tag("B3")
    void keepsKeysForSevenDays() {
        Ticket ticket = opened(ticket("a").idempotencyKey("k"));
        later(Duration.ofDays(7));
        assertThat(olga().purge().keys()).isZero();
        assertThat(opened(ticket("a").idempotencyKey("k"))).isEqualTo(ticket);

        later(Duration.ofSeconds(1));
        assertThat(olga().purge().keys()).isEqualTo(1);
        assertThat(opened(ticket("a").idempotencyKey("k"))).isNotEqualTo(ticket);
    }

    @Test
    void keepsWhatWaits() {
        opened("a");
        at(LATER);

        assertThat(olga().purge().deliveries()).isZero();
        assertThat(store.storage().deliveries().kept().pending(tenant)).isEqualTo(1);
    }

    @Test
    void refusesTheFutureAndContacts() {
        Instant now = clock.instant();

        assertRefused("before", () -> olga().purge(now.plusNanos(1)));
        assertThat(olga().purge(now)).isEqualTo(new PurgeReport(0, 0, 0, 0));
        assertThatThrownBy(() -> ada().purge()).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> ada().purge(now)).isInstanceOf(ForbiddenException.class);
    }
}
