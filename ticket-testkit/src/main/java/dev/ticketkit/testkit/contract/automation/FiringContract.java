package dev.ticketkit.testkit.contract.automation;

import static dev.ticketkit.testkit.contract.automation.AutomationFixtures.AT;
import static dev.ticketkit.testkit.contract.automation.AutomationFixtures.CONSUMER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.automation.AutomationExecution;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import dev.ticketkit.spi.storage.automation.ExecutionStore;
import dev.ticketkit.spi.storage.automation.Firing;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import dev.ticketkit.testkit.contract.internal.DeliveryContract;
import dev.ticketkit.testkit.contract.internal.HostileTexts;
import dev.ticketkit.testkit.contract.internal.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a host fires is stored once, with its decisions and its delivery, and delivered like an event. */
@SuppressWarnings("exports")
public abstract class FiringContract extends DeliveryContract {
    private AutomationFixtures automations = new AutomationFixtures(make.tenant());

    /** For subclasses. */
    protected FiringContract() {}

    @BeforeEach
    void useTenant() {
        automations = new AutomationFixtures(make.tenant());
    }

    @Test
    void isStoredWithDecisionsAndDelivery() {
        Firing firing = automations.firing();
        AutomationExecution running = automations.run(firing.id(), "a", ExecutionState.RUNNING, 0);
        AutomationExecution skipped = automations.run(firing.id(), "b", ExecutionState.SKIPPED, 0, "disabled");
        assertThat(executions().firing(make.tenant(), firing.id())).isEmpty();

        assertThat(executions().fire(firing, List.of(skipped, running), CONSUMER, Duration.ZERO))
                .isEmpty();

        assertThat(executions().firing(make.tenant(), firing.id())).contains(firing);
        assertThat(executions().executions(make.tenant(), firing.id())).containsExactly(running, skipped);
        Delivery claimed = claimOne("one", LONG);
        assertThat(claimed)
                .isEqualTo(new Delivery(
                        make.tenant(), firing.id(), new TicketId(firing.id()), 1, CONSUMER, Set.of(), 1, "one"));
        done(claimed);
        assertThat(kept().pending(make.tenant())).isZero();
    }

    @Test
    void sameIdIsStoredOnce() {
        Firing first = fired(Duration.ZERO);
        Firing other = automations.firing(first.id(), "contact-2", "{\"other\": 1}");
        AutomationExecution run = automations.run(first.id(), "late", ExecutionState.RUNNING, 0);

        assertThat(executions().fire(other, List.of(run), "other", Duration.ZERO))
                .contains(first);
        assertThat(executions().fire(first, List.of(run), CONSUMER, Duration.ZERO))
                .contains(first);

        assertThat(executions().firing(make.tenant(), first.id())).contains(first);
        assertThat(executions().executions(make.tenant(), first.id())).isEmpty();
        assertThat(claim("one", LONG)).hasSize(1);
        assertThat(kept().pending(make.tenant())).isEqualTo(1);
    }

    @Test
    @Tag("F21")
    void firedByAllIsStoredAndDeliveredOnce() {
        UUID id = UUID.randomUUID();
        List<Optional<Firing>> stored = Race.run(n -> {
            AutomationExecution run = automations.run(id, "by-" + n, ExecutionState.RUNNING, 0);
            return executions()
                    .fire(automations.firing(id, "contact-1", "by " + n), List.of(run), CONSUMER, Duration.ZERO);
        });

        assertThat(stored).containsOnlyOnce(Optional.empty());
        Optional<Firing> winner = executions().firing(make.tenant(), id);
        assertThat(winner.orElseThrow().json()).isEqualTo("by " + stored.indexOf(Optional.empty()));
        assertThat(new HashSet<>(stored)).containsExactlyInAnyOrder(Optional.empty(), winner);
        assertThat(executions().executions(make.tenant(), id))
                .containsExactly(
                        automations.run(id, "by-" + stored.indexOf(Optional.empty()), ExecutionState.RUNNING, 0));
        assertThat(claim("one", LONG)).hasSize(1);
        assertThat(kept().pending(make.tenant())).isEqualTo(1);
    }

    @Test
    void isDueAfterItsDelayOrWhenTheCallerIsReady() {
        Firing firing = fired(LONG);
        Firing other = fired(LONG);
        assertThat(claim("one", LONG)).isEmpty();
        assertThat(kept().pending(make.tenant())).isEqualTo(2);

        executions().deliverNow(TicketFixtures.ofNewTenant().tenant(), firing.id());
        executions().deliverNow(make.tenant(), UUID.randomUUID());
        assertThat(claim("one", LONG)).isEmpty();
        executions().deliverNow(make.tenant(), firing.id());
        assertThat(events(claim("one", LONG))).containsExactly(firing.id()).doesNotContain(other.id());
    }

    @Test
    void whatAWorkerClaimedIsNotHurried() {
        Firing firing = fired(Duration.ZERO);
        Delivery claimed = claimOne("one", LONG);
        executions().deliverNow(make.tenant(), firing.id());
        assertThat(claim("two", LONG)).isEmpty();

        done(claimed, retry(CONSUMER, LONG));
        executions().deliverNow(make.tenant(), firing.id());
        assertThat(claim("two", LONG)).isEmpty();
        assertThat(kept().pending(make.tenant())).isEqualTo(1);
    }

    @Test
    void whatIsDoneOrParkedIsNotHurried() {
        Firing parked = fired(Duration.ZERO);
        done(claimOne("one", LONG), park(CONSUMER, "broken"));
        Firing done = fired(Duration.ZERO);
        done(claimOne("one", LONG));

        executions().deliverNow(make.tenant(), parked.id());
        executions().deliverNow(make.tenant(), done.id());
        assertThat(claim("two", LONG)).isEmpty();
    }

    @Test
    @Tag("F26")
    void holdsNobodyUp() {
        fired(LONG);
        Firing failing = fired(Duration.ZERO);
        done(claimOne("one", LONG), retry(CONSUMER, LONG));
        Ticket ticket = opened(make.ticket());
        Firing next = fired(Duration.ZERO);

        List<Delivery> claimed = claim("one", LONG);
        assertThat(claimed)
                .extracting(Delivery::ticketId)
                .containsExactlyInAnyOrder(ticket.id(), new TicketId(next.id()))
                .doesNotContain(new TicketId(failing.id()));
        assertThat(claimed).allSatisfy(each -> assertThat(each.waiting()).isEmpty());
    }

    @Test
    @Tag("F30")
    void isParkedAndReleasedLikeAnEvent() {
        Firing firing = fired(Duration.ZERO);
        done(claimOne("one", LONG), park(CONSUMER, "broken"));
        assertThat(kept().parked(make.tenant(), MOST)).singleElement().satisfies(parked -> {
            assertThat(parked.eventId()).isEqualTo(firing.id());
            assertThat(parked.ticketId()).isEqualTo(new TicketId(firing.id()));
            assertThat(parked.cause()).isEqualTo("broken");
        });

        assertThat(kept().release(make.tenant(), firing.id(), CONSUMER)).isTrue();
        Delivery again = claimOne("two", LONG);
        assertThat(again.attempt()).isEqualTo(1);
        done(again, retry("automations:one", Duration.ZERO));
        Delivery part = claimOne("two", LONG);
        assertThat(part.consumer()).isEqualTo("automations:one");
        done(part);
    }

    @Test
    void keepsHostileText() {
        for (String text : HostileTexts.all()) {
            Firing firing = automations.firing(UUID.randomUUID(), "c" + text, text);
            assertThat(executions().fire(firing, List.of(), CONSUMER, LONG)).isEmpty();
            assertThat(executions().firing(make.tenant(), firing.id())).as(text).contains(firing);
            executions().eraseContact(make.tenant(), firing.contactId());
            assertThat(stored(firing).json()).as(text).isNull();
        }
    }

    @Test
    @Tag("B1")
    void keepsTenantsApart() {
        AutomationFixtures stranger =
                new AutomationFixtures(TicketFixtures.ofNewTenant().tenant());
        Firing mine = fired(LONG);
        Firing others = stranger.firing(mine.id(), mine.contactId(), "others");
        assertThat(executions().firing(others.tenant(), mine.id())).isEmpty();
        assertThat(executions().fire(others, List.of(), CONSUMER, LONG)).isEmpty();

        executions().eraseContact(others.tenant(), others.contactId());
        executions().purge(others.tenant(), AT.plusSeconds(60));

        assertThat(executions().firing(make.tenant(), mine.id())).contains(mine);
        assertThat(kept().pending(make.tenant())).isEqualTo(1);
        assertThat(executions().firing(others.tenant(), mine.id())).isEmpty();
    }

    @Test
    void purgesWhatIsOldAndDelivered() {
        Firing firing = automations.firing();
        AutomationExecution run = automations.run(firing.id(), "a", ExecutionState.DONE, 1);
        executions()
                .fire(
                        firing,
                        List.of(run, automations.run(firing.id(), "b", ExecutionState.SKIPPED, 0)),
                        CONSUMER,
                        Duration.ZERO);
        done(claimOne("one", LONG));

        assertThat(purge(AT)).isZero();
        assertThat(purge(AT.plusNanos(1))).isEqualTo(1);
        assertThat(executions().executions(make.tenant(), firing.id())).containsExactly(run);
        assertThat(executions().firing(make.tenant(), firing.id())).contains(firing);
        assertThat(purge(run.at().plusNanos(1))).isEqualTo(2);
        assertThat(executions().executions(make.tenant(), firing.id())).isEmpty();
        assertThat(executions().firing(make.tenant(), firing.id())).isEmpty();
        assertThat(purge(Instant.MAX)).isZero();
    }

    @Test
    void purgesNothingThatWaitsOrIsParked() {
        Firing firing = fired(LONG);
        assertThat(purge(Instant.MAX)).isZero();
        executions().deliverNow(make.tenant(), firing.id());
        Delivery claimed = claimOne("one", LONG);
        assertThat(purge(Instant.MAX)).isZero();
        done(claimed, park("automations:one", "broken"));
        assertThat(purge(Instant.MAX)).isZero();

        kept().release(make.tenant(), firing.id(), "automations:one");
        done(claimOne("one", LONG));
        assertThat(purge(Instant.MAX)).isEqualTo(1);
    }

    @Test
    void purgesRunsOfEventsWhenTheyAreDelivered() {
        Ticket ticket = opened(make.ticket());
        UUID event = history(ticket.id()).get(0).id();
        executions().begin(make.tenant(), event, List.of(automations.run(event, "a", ExecutionState.SKIPPED, 0)));
        assertThat(purge(Instant.MAX)).isZero();

        Delivery claimed = claimOne("one", LONG);
        done(claimed, park(CONSUMER, "broken"));
        assertThat(purge(Instant.MAX)).isZero();
        kept().release(make.tenant(), event, CONSUMER);
        done(claimOne("one", LONG));
        assertThat(kept().purge(make.tenant(), Instant.parse("9999-01-01T00:00:00Z")))
                .isEqualTo(2);
        assertThat(purge(Instant.MAX)).isEqualTo(1);
        assertThat(executions().executions(make.tenant(), event)).isEmpty();
    }

    @Test
    void isDeliveredAgainWhenItWasPurgedAndFiredAgain() {
        Firing firing = fired(Duration.ZERO);
        done(claimOne("one", LONG));
        assertThat(purge(Instant.MAX)).isEqualTo(1);

        assertThat(executions().fire(firing, List.of(), CONSUMER, Duration.ZERO))
                .isEmpty();
        assertThat(claimOne("one", LONG).attempt()).isEqualTo(1);
    }

    private Firing fired(Duration delay) {
        Firing firing = automations.firing();
        assertThat(executions().fire(firing, List.of(), CONSUMER, delay)).isEmpty();
        return firing;
    }

    private Firing stored(Firing firing) {
        return executions().firing(make.tenant(), firing.id()).orElseThrow();
    }

    private long purge(Instant before) {
        return executions().purge(make.tenant(), before);
    }

    private ExecutionStore executions() {
        return storage().executions();
    }
}
