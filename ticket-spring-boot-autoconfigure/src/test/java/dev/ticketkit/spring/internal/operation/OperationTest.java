package dev.ticketkit.spring.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.delivery.DeliveredEvent;
import dev.ticketkit.core.delivery.EventConsumer;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.host.DeliveryException;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spring.fixture.Runners;
import dev.ticketkit.testkit.MemoryStorage;
import dev.ticketkit.testkit.SettableClock;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What waits is seen, what is parked is listed and released, and no figure names anybody. */
@org.junit.jupiter.api.Tag("B6")
class OperationTest {
    private final SettableClock clock = SettableClock.at(java.time.Instant.parse("2026-03-04T05:06:07Z"));
    private final AtomicBoolean rejecting = new AtomicBoolean(true);
    private final ApplicationContextRunner runner = Runners.bare()
            .withPropertyValues(
                    "ticketkit.delivery.enabled=false",
                    "management.endpoints.web.exposure.include=*",
                    "management.endpoints.jmx.exposure.include=*",
                    "spring.jmx.enabled=true")
            .withBean(Clock.class, () -> clock)
            .withBean(TicketStorage.class, () -> new MemoryStorage(clock))
            .withBean(EventConsumer.class, () -> new EventConsumer() {
                @Override
                public String name() {
                    return "picky";
                }

                @Override
                public DeliveryResult handle(DeliveredEvent event) {
                    if (rejecting.get()) {
                        throw DeliveryException.rejected("not this one");
                    }
                    return DeliveryResult.DELIVERED;
                }
            });

    private static void open(TicketDesk desk, String tenant) {
        desk.as(tenant, Actor.operator("olga", "Olga"))
                .open(OpenTicket.builder()
                        .title("Late")
                        .contact(Contact.of("c-17", "Carla"))
                        .build());
    }

    @Test
    void figuresAreOfAllTenantsTogetherAndReadNowAndThen() {
        runner.run(context -> {
            TicketDesk desk = context.getBean(TicketDesk.class);
            SimpleMeterRegistry registry = new SimpleMeterRegistry();
            context.getBean(DeliveryMeters.class).bindTo(registry);
            desk.drain();
            open(desk, "acme");
            open(desk, "other");
            clock.advance(Duration.ofMinutes(3));

            assertThat(registry.get("ticketkit.deliveries.pending").gauge().value())
                    .isEqualTo(2);
            assertThat(registry.get("ticketkit.deliveries.oldest")
                            .timeGauge()
                            .value(java.util.concurrent.TimeUnit.SECONDS))
                    .isCloseTo(180, within(1.0));
            desk.drain();
            assertThat(registry.get("ticketkit.deliveries.pending").gauge().value())
                    .as("read less than ten seconds ago")
                    .isEqualTo(2);
            clock.advance(Duration.ofSeconds(11));
            assertThat(registry.get("ticketkit.deliveries.pending").gauge().value())
                    .isZero();
            assertThat(registry.get("ticketkit.deliveries.parked").gauge().value())
                    .isEqualTo(2);
            assertThat(registry.get("ticketkit.deliveries.oldest").timeGauge().value())
                    .isZero();
            assertThat(registry.getMeters()).extracting(Meter::getId).allSatisfy(id -> assertThat(id.getTags())
                    .isEmpty());
        });
    }

    @Test
    void commandsAttemptsAndMaintenanceAreMetersWithoutNames() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        runner.withBean(MeterRegistry.class, () -> registry).run(context -> {
            TicketDesk desk = context.getBean(TicketDesk.class);
            desk.drain();
            open(desk, "acme");
            assertThatThrownBy(() -> desk.as("acme", Actor.operator("olga", "Olga"))
                            .ticket(new Reference("NOPE-1"))
                            .addPublicNote("hello"))
                    .isInstanceOf(NotFoundException.class);
            desk.drain();
            context.getBean(DeskMeters.class).maintained(7, 1);
            context.getBean(DeskMeters.class).groupCommitted(3);

            assertThat(count(registry, "ticketkit.commands", "command", "open", "outcome", "done"))
                    .isEqualTo(1);
            assertThat(count(registry, "ticketkit.commands", "command", "note-public", "outcome", "not_found"))
                    .isEqualTo(1);
            assertThat(count(registry, "ticketkit.delivery.attempts", "consumer", "picky", "outcome", "parked"))
                    .isEqualTo(1);
            assertThat(registry.get("ticketkit.maintenance.rows").counter().count())
                    .isEqualTo(7);
            assertThat(registry.get("ticketkit.group.commits").summary().totalAmount())
                    .isEqualTo(3);
            assertThat(registry.getMeters())
                    .flatExtracting(each -> each.getId().getTags())
                    .extracting(Tag::getKey)
                    .containsOnly("command", "outcome", "consumer");
            assertThat(registry.getMetersAsString()).doesNotContain("acme", "olga", "c-17", "Carla", "NOPE");
        });
    }

    private static long count(MeterRegistry registry, String name, String... tags) {
        return registry.get(name).tags(tags).timer().count();
    }

    @Test
    void healthIsThereWhenAskedForAndSaysWhatWaitsForTooLong() {
        runner.run(context -> assertThat(context).doesNotHaveBean(HealthIndicator.class));
        runner.withPropertyValues("management.health.ticketkit.enabled=true", "ticketkit.health.longest-wait=5m")
                .run(context -> {
                    TicketDesk desk = context.getBean(TicketDesk.class);
                    HealthIndicator indicator = context.getBean(HealthIndicator.class);
                    open(desk, "acme");

                    assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
                    clock.advance(Duration.ofMinutes(6));
                    Health late = indicator.health();
                    assertThat(late.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
                    assertThat(late.getDetails()).containsEntry("pending", 1L).containsEntry("oldestSeconds", 360L);
                });
    }

    @Test
    void parkedDeliveriesAreListedByTenantAndReleased() {
        runner.run(context -> {
            TicketDesk desk = context.getBean(TicketDesk.class);
            ParkedDeliveries endpoint = context.getBean(ParkedDeliveries.class);
            desk.drain();
            open(desk, "acme");
            desk.drain();

            assertThat(endpoint.parked("other")).isEmpty();
            List<ParkedDeliveries.Parked> parked = endpoint.parked("acme");
            assertThat(parked).singleElement().satisfies(each -> {
                assertThat(each.consumer()).isEqualTo("picky");
                assertThat(each.cause()).contains("not this one");
            });
            rejecting.set(false);
            assertThat(endpoint.release("acme", parked.get(0).eventId(), "somebody else"))
                    .isZero();
            assertThat(endpoint.release("acme", parked.get(0).eventId(), "picky"))
                    .isEqualTo(1);
            desk.drain();
            assertThat(endpoint.parked("acme")).isEmpty();
        });
    }

    @Test
    void endpointIsNotThereUnlessItIsExposed() {
        Runners.bare()
                .withPropertyValues("ticketkit.delivery.enabled=false")
                .withBean(TicketStorage.class, MemoryStorage::new)
                .run(context -> assertThat(context).doesNotHaveBean(ParkedDeliveries.class));
    }
}
