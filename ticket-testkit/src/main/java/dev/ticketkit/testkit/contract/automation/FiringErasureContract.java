package dev.ticketkit.testkit.contract.automation;

import static dev.ticketkit.testkit.contract.automation.AutomationFixtures.CONSUMER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.storage.automation.AutomationExecution;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import dev.ticketkit.spi.storage.automation.ExecutionStore;
import dev.ticketkit.spi.storage.automation.Firing;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.testkit.contract.internal.DeliveryContract;
import dev.ticketkit.testkit.contract.internal.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing that was fired about a person is left when the person is erased, and nothing of it comes back. */
@Tag("F61")
@SuppressWarnings("exports")
public abstract class FiringErasureContract extends DeliveryContract {
    private static final String ERASED = "contact-1";

    private AutomationFixtures automations = new AutomationFixtures(make.tenant());

    /** For subclasses. */
    protected FiringErasureContract() {}

    @BeforeEach
    void useTenant() {
        automations = new AutomationFixtures(make.tenant());
    }

    @Test
    void leavesIdAndTimeButNeitherTextNorContact() {
        Firing firing = fired(ERASED, LONG);
        Firing other = fired("contact-2", LONG);
        executions().eraseContact(make.tenant(), ERASED);
        executions().eraseContact(make.tenant(), ERASED);

        Firing erased = executions().firing(make.tenant(), firing.id()).orElseThrow();
        assertThat(erased.contactId()).isNotEqualTo(ERASED).startsWith("erased-");
        assertThat(erased)
                .isEqualTo(new Firing(make.tenant(), firing.id(), erased.contactId(), firing.at(), new byte[32], null));
        assertThat(executions().executions(make.tenant(), firing.id()))
                .containsExactly(AutomationFixtures.withoutDetail(run(firing)));
        assertThat(executions().firing(make.tenant(), other.id())).contains(other);
        assertThat(executions().executions(make.tenant(), other.id())).containsExactly(run(other));
        executions().deliverNow(make.tenant(), other.id());
        assertThat(events(claim("one", LONG))).containsExactly(other.id());
    }

    @Test
    void cancelsWhatIsNotDelivered() {
        Firing parked = fired(ERASED, Duration.ZERO);
        done(claimOne("one", LONG), park(CONSUMER, "Carla was not found"), retry("automations:one", LONG));
        fired(ERASED, LONG);
        fired(ERASED, Duration.ZERO);
        Delivery leased = claimOne("one", LONG);
        executions().eraseContact(make.tenant(), ERASED);

        assertThat(kept().pending(make.tenant())).isZero();
        assertThat(kept().parked(make.tenant(), MOST)).isEmpty();
        assertThat(kept().release(make.tenant(), parked.id(), CONSUMER)).isFalse();
        assertThat(queue().complete(leased, List.of(park(CONSUMER, "Carla was not found"))))
                .isFalse();
        assertThat(queue().complete(leased, List.of(retry("automations:two", LONG))))
                .isFalse();
        assertThat(kept().pending(make.tenant())).isZero();
        executions().deliverNow(make.tenant(), leased.eventId());
        assertThat(claim("two", LONG)).isEmpty();
        assertThat(kept().purge(make.tenant(), Instant.parse("9999-01-01T00:00:00Z")))
                .isEqualTo(4);
    }

    @Test
    void textOfALateWorkerIsNotKept() {
        Firing firing = fired(ERASED, LONG);
        executions().eraseContact(make.tenant(), ERASED);
        AutomationExecution failed = automations.run(firing.id(), "a", ExecutionState.FAILED, 1, "Carla was not found");
        AutomationExecution added =
                automations.run(firing.id(), "b", ExecutionState.SKIPPED, 0, "Carla is no customer");

        executions().save(failed);
        assertThat(executions().begin(make.tenant(), firing.id(), List.of(added)))
                .containsExactly(AutomationFixtures.withoutDetail(failed), AutomationFixtures.withoutDetail(added));
    }

    @Test
    void theKeyOfAnErasedFiringStaysInUse() {
        Firing firing = fired(ERASED, LONG);
        executions().eraseContact(make.tenant(), ERASED);

        assertThat(executions().fire(firing, List.of(run(firing)), CONSUMER, Duration.ZERO))
                .hasValueSatisfying(stored -> {
                    assertThat(stored.json()).isNull();
                    assertThat(stored.contactId()).isNotEqualTo(ERASED);
                    assertThat(stored.bodyHash()).containsOnly(0);
                });
        assertThat(claim("one", LONG)).isEmpty();
        Firing later = fired(ERASED, Duration.ZERO);
        assertThat(executions().firing(make.tenant(), later.id())).contains(later);
        assertThat(events(claim("one", LONG))).containsExactly(later.id());
    }

    @Test
    void whatIsSavedWhileItIsErasedLeavesNoText() {
        Firing firing = automations.firing(UUID.randomUUID(), ERASED, "{}");
        executions().fire(firing, List.of(), CONSUMER, LONG);
        Race.run(n -> {
            if (n == Race.THREADS / 2) {
                executions().eraseContact(make.tenant(), ERASED);
            } else {
                AutomationExecution run = automations.run(firing.id(), "a-" + n, ExecutionState.RUNNING, 0, "Carla");
                executions().begin(make.tenant(), firing.id(), List.of(run));
                executions().save(run);
            }
            return n;
        });

        assertThat(executions().executions(make.tenant(), firing.id()))
                .hasSize(Race.THREADS - 1)
                .allSatisfy(run -> assertThat(run.detail()).isNull());
    }

    private Firing fired(String contact, Duration delay) {
        Firing firing = automations.firing(UUID.randomUUID(), contact, "{\"name\": \"Carla\"}");
        assertThat(executions().fire(firing, List.of(run(firing)), CONSUMER, delay))
                .isEmpty();
        return firing;
    }

    private AutomationExecution run(Firing firing) {
        return automations.run(firing.id(), "a", ExecutionState.RUNNING, 0, "about Carla");
    }

    private ExecutionStore executions() {
        return storage().executions();
    }
}
