package dev.ticketkit.spi.storage.automation;

import static dev.ticketkit.spi.fixture.Tickets.ACME;
import static dev.ticketkit.spi.fixture.Tickets.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AutomationRecordsTest {
    private static final Instant LATER = NINE.plusSeconds(5);

    private final AutomationExecution running =
            new AutomationExecution(ACME, new UUID(1, 1), "escalation", ExecutionState.RUNNING, 2, null, "busy", NINE);

    @Test
    void aFailedExecutionKeepsHowFarItCame() {
        AutomationExecution failed = running.failed("no such queue", LATER);
        assertThat(failed.state()).isEqualTo(ExecutionState.FAILED);
        assertThat(failed.stepsDone()).isEqualTo(2);
        assertThat(failed.detail()).isEqualTo("no such queue");
        assertThat(failed.at()).isEqualTo(LATER);
    }

    @Test
    void anExecutionInTroubleGoesOnRunning() {
        assertThat(running.troubled("timed out", LATER).state()).isEqualTo(ExecutionState.RUNNING);
        assertThat(running.troubled("timed out", LATER).detail()).isEqualTo("timed out");
    }

    @Test
    void anExecutionThatAdvancesForgetsItsTrouble() {
        TicketId ticket = new TicketId(new UUID(0, 1));
        AutomationExecution advanced = running.advanced(ExecutionState.DONE, 3, ticket, LATER);
        assertThat(advanced.detail()).isNull();
        assertThat(advanced.stepsDone()).isEqualTo(3);
        assertThat(advanced.ticketId()).isEqualTo(ticket);
    }

    @Test
    void anErasedFiringSaysNothingOfThePersonAndIsErasedOnce() {
        Firing firing = new Firing(ACME, new UUID(2, 2), "c-1", NINE, new byte[] {1, 2}, "{}");
        Firing erased = firing.erased();
        assertThat(erased.id()).isEqualTo(firing.id());
        assertThat(erased.contactId()).startsWith("erased-");
        assertThat(erased.json()).isNull();
        assertThat(erased.bodyHash()).containsExactly(0, 0);
        assertThat(erased.erased()).isSameAs(erased);
    }

    @Test
    void aSetStaysAsItWasRead() {
        List<AutomationDocument> documents = new ArrayList<>(List.of(new AutomationDocument("a", "{}")));
        AutomationSet set = new AutomationSet(7, documents);
        documents.clear();
        assertThat(set.documents()).hasSize(1);
    }
}
