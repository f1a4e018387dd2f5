package dev.ticketkit.testkit.contract.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ticketkit.core.delivery.DeliveredEvent;
import dev.ticketkit.core.delivery.DeliveryOptions;
import dev.ticketkit.core.delivery.EventConsumer;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.desk.TicketDeskBuilder;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.testkit.contract.internal.DeliveryContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pumps of one store that run different consumers: no event is done that one of them has not had. */
@Tag("B4")
@Timeout(300)
@SuppressWarnings("exports")
public abstract class UnequalPumpsContract extends DeliveryContract {
    /** For subclasses. */
    protected UnequalPumpsContract() {}

    @Test
    void eachServiceHasItsOwn() {
        Listener mail = new Listener("mail");
        Listener dispatch = new Listener("dispatch");
        TicketDesk one = pump(mail);
        TicketDesk two = pump(dispatch);
        one.drain();
        two.drain();
        List<UUID> events = open(40);

        two.drain();
        one.drain();
        assertThat(mail.delivered).containsExactlyInAnyOrderElementsOf(events);
        assertThat(dispatch.delivered).containsExactlyInAnyOrderElementsOf(events);
        assertThat(one.deliveries().pending(make.tenant())).isEmpty();
    }

    @Test
    @Tag("F15")
    void anOldNodeLeavesItToTheNewOnesConsumer() {
        Listener mail = new Listener("mail");
        Listener added = new Listener("added");
        TicketDesk old = pump(mail);
        open(3);
        old.drain();
        TicketDesk young = pump(mail, added);
        young.drain();
        List<UUID> events = open(20);

        old.drain();
        assertThat(old.deliveries().pending(make.tenant())).isEqualTo(Map.of("added", 20L));
        assertThat(young.drain()).isEqualTo(20);
        assertThat(added.delivered).containsExactlyInAnyOrderElementsOf(events);
        assertThat(mail.delivered).hasSize(23).doesNotHaveDuplicates();
    }

    @Test
    @Tag("F26")
    void whatIsLeftComesInOrder() {
        Listener mail = new Listener("mail");
        TicketDesk late = pump(mail);
        late.drain();
        Ticket ticket = opened(make.ticket());
        for (String title : List.of("two", "three", "four")) {
            ticket = changed(ticket, edit -> edit.title(title));
        }
        pump(new Listener("dispatch")).drain();

        late.drain();
        assertThat(mail.versions).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void triesOfOthersAreNoAttempts() {
        Listener mail = new Listener("mail");
        mail.reaction = context -> {
            throw new IllegalStateException("down");
        };
        TicketDesk mailer = pump(mail);
        TicketDesk other = pump(new Listener("dispatch"));
        other.drain();
        open(1);
        mailer.drain();
        for (int i = 0; i < 20; i++) {
            other.drain();
        }
        mailer.drainWithRetries();
        assertThat(mail.attempts).isEqualTo(List.of(1, 2, 3).subList(0, mail.attempts.size()));
        assertThat(other.deliveries().parked(make.tenant(), MOST))
                .allSatisfy(each -> assertThat(each.consumer()).isEqualTo("mail"));
    }

    @Test
    void whoIsRetiredIsWaitedForNoMore() {
        Listener mail = new Listener("mail");
        TicketDesk gone = pump(mail);
        gone.drain();
        TicketDesk rest = pump(new Listener("dispatch"));
        open(3);
        rest.drain();
        assertThat(rest.deliveries().pending(make.tenant())).isEqualTo(Map.of("mail", 3L));

        assertThatIllegalArgumentException().isThrownBy(() -> rest.deliveries().retire("dispatch"));
        assertThat(rest.deliveries().retire("mail")).isTrue();
        open(2);
        rest.drain();
        assertThat(rest.deliveries().pending(make.tenant())).isEmpty();
        gone.drain();
        assertThat(mail.delivered).isEmpty();
        List<UUID> later = open(2);
        rest.drain();
        gone.drain();
        assertThat(mail.delivered).containsExactlyInAnyOrderElementsOf(later);
    }

    @Test
    void runningPumpsFindWhatOthersLeave() throws InterruptedException {
        CountDownLatch delivered = new CountDownLatch(3 * 60);
        List<TicketDesk> pumps = new ArrayList<>();
        List<Listener> listeners = new ArrayList<>();
        for (String name : List.of("mail", "dispatch", "index")) {
            Listener listener = new Listener(name);
            listener.reaction = context -> delivered.countDown();
            listeners.add(listener);
            pumps.add(builder(listener)
                    .delivery(options().pollInterval(Duration.ofMillis(20)).build())
                    .build());
        }
        pumps.forEach(TicketDesk::start);
        List<UUID> events = open(60);
        assertThat(delivered.await(2, TimeUnit.MINUTES)).isTrue();
        for (TicketDesk each : pumps) {
            assertThat(each.stop(Duration.ofMinutes(2))).isTrue();
        }
        assertThat(listeners)
                .allSatisfy(each -> assertThat(each.delivered).containsExactlyInAnyOrderElementsOf(events));
        assertThat(pumps.get(0).deliveries().pending(make.tenant())).isEmpty();
    }

    private List<UUID> open(int count) {
        List<UUID> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            var opening = make.opening(make.ticket().build());
            committed(opening);
            events.add(event(opening));
        }
        return events;
    }

    private TicketDesk pump(Listener... consumers) {
        return builder(consumers).build();
    }

    private TicketDeskBuilder builder(Listener... consumers) {
        TicketDeskBuilder builder = TicketDesk.builder()
                .storage(storage())
                .automations(false)
                .delivery(options().build());
        for (Listener each : consumers) {
            builder.consumer(each);
        }
        return builder;
    }

    private static DeliveryOptions.Builder options() {
        return DeliveryOptions.builder().maxAttempts(3).firstDelay(Duration.ofHours(1));
    }

    private static final class Listener implements EventConsumer {
        private final String name;
        private final List<UUID> delivered = new CopyOnWriteArrayList<>();
        private final List<Long> versions = new CopyOnWriteArrayList<>();
        private final List<Integer> attempts = new CopyOnWriteArrayList<>();
        private volatile Consumer<DeliveredEvent> reaction = context -> {};

        private Listener(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public DeliveryResult handle(DeliveredEvent context) {
            delivered.add(context.event().id());
            versions.add(context.event().version());
            attempts.add(context.attempt());
            reaction.accept(context);
            return DeliveryResult.DELIVERED;
        }
    }
}
