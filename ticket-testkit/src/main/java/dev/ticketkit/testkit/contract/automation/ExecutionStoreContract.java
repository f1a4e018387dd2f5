package dev.ticketkit.testkit.contract.automation;

import static dev.ticketkit.testkit.contract.automation.AutomationFixtures.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.automation.AutomationExecution;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import dev.ticketkit.spi.storage.automation.ExecutionStore;
import dev.ticketkit.spi.text.TextRule;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import dev.ticketkit.testkit.contract.internal.HostileTexts;
import dev.ticketkit.testkit.contract.internal.Race;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was decided about an event is decided once, and how far a run came only grows. */
public abstract class ExecutionStoreContract extends StorageContract {
    private static final int AUTOMATIONS = 5;

    private final UUID event = UUID.randomUUID();
    private AutomationFixtures automations = new AutomationFixtures(make.tenant());

    /** For subclasses. */
    protected ExecutionStoreContract() {}

    @BeforeEach
    void useTenant() {
        automations = new AutomationFixtures(make.tenant());
    }

    @Test
    void keepsDecisionsInOrderOfAutomations() {
        AutomationExecution skipped =
                automations.run(event, "a-1", ExecutionState.SKIPPED, 0, "its conditions did not hold");
        AutomationExecution running = automations.run(event, "a", ExecutionState.RUNNING, 0);
        AutomationExecution last = AutomationFixtures.of(
                automations.run(event, "a1", ExecutionState.DONE, 3), new TicketId(UUID.randomUUID()));

        assertThat(executions().begin(make.tenant(), event, List.of(last, skipped, running)))
                .containsExactly(running, skipped, last);
        assertThat(stored()).containsExactly(running, skipped, last);
        assertThat(executions().executions(make.tenant(), UUID.randomUUID())).isEmpty();
        assertThat(executions().begin(make.tenant(), UUID.randomUUID(), List.of()))
                .isEmpty();
    }

    @Test
    void whatIsDecidedStays() {
        AutomationExecution first = begun("b", ExecutionState.SKIPPED, 0);
        AutomationExecution again = automations.run(event, "b", ExecutionState.RUNNING, 7, "decided again");
        AutomationExecution added = automations.run(event, "a", ExecutionState.RUNNING, 0);

        assertThat(executions().begin(make.tenant(), event, List.of(again, added)))
                .containsExactly(added, first);
        assertThat(executions().begin(make.tenant(), event, List.of())).containsExactly(added, first);
        assertThat(stored()).containsExactly(added, first);
    }

    @Test
    void keepsHowFarARunCame() {
        begun("a", ExecutionState.RUNNING, 0);
        AutomationExecution first = AutomationFixtures.of(
                automations.run(event, "a", ExecutionState.RUNNING, 1), new TicketId(UUID.randomUUID()));
        assertThat(saved(first)).isEqualTo(first);
        assertThat(saved(first)).isEqualTo(first);
        AutomationExecution second = automations.run(event, "a", ExecutionState.FAILED, 1, "no such operator");
        assertThat(saved(second)).isEqualTo(second);
    }

    @Test
    void savesOnlyWhatWasBegun() {
        begun("a", ExecutionState.RUNNING, 0);
        executions().save(automations.run(event, "b", ExecutionState.DONE, 1));
        executions().save(automations.run(UUID.randomUUID(), "a", ExecutionState.DONE, 1));

        assertThat(stored()).containsExactly(automations.run(event, "a", ExecutionState.RUNNING, 0));
    }

    @Test
    @Tag("F18")
    void whatIsDoneStaysDone() {
        AutomationExecution run = begun("a", ExecutionState.DONE, 2);
        for (ExecutionState later : ExecutionState.values()) {
            assertThat(saved(automations.run(event, "a", later, 3, "late"))).isEqualTo(run);
        }
    }

    @Test
    void whatFailedMayGoOn() {
        begun("a", ExecutionState.FAILED, 2);

        AutomationExecution released = automations.run(event, "a", ExecutionState.RUNNING, 3);
        assertThat(saved(released)).isEqualTo(released);
    }

    @Test
    @Tag("F18")
    void whoHasDoneFewerStepsIsLate() {
        AutomationExecution ahead = begun("a", ExecutionState.RUNNING, 2);

        assertThat(saved(automations.run(event, "a", ExecutionState.RUNNING, 1)))
                .isEqualTo(ahead);
        assertThat(saved(automations.run(event, "a", ExecutionState.FAILED, 1, "late")))
                .isEqualTo(ahead);
    }

    @Test
    void keepsHostileDetails() {
        begun("a", ExecutionState.RUNNING, 0);
        for (String text : HostileTexts.all()) {
            if (TextRule.LINE.characterProblem(text) == null) {
                AutomationExecution run = automations.run(event, "a", ExecutionState.RUNNING, 0, text);
                assertThat(saved(run)).as(text).isEqualTo(run);
            }
        }
        AutomationExecution longest =
                automations.run(event, "a", ExecutionState.RUNNING, 0, "\uD83D\uDE00".repeat(1_000));
        assertThat(saved(longest)).isEqualTo(longest);
    }

    @Test
    @Tag("B1")
    void keepsTenantsApart() {
        AutomationFixtures stranger =
                new AutomationFixtures(TicketFixtures.ofNewTenant().tenant());
        AutomationExecution mine = begun("a", ExecutionState.RUNNING, 0);
        AutomationExecution others = stranger.run(event, "a", ExecutionState.RUNNING, 0);
        executions().save(stranger.run(event, "a", ExecutionState.DONE, 1));
        assertThat(executions().executions(others.tenant(), event)).isEmpty();

        assertThat(executions().begin(others.tenant(), event, List.of(others))).containsExactly(others);
        executions().save(stranger.run(event, "a", ExecutionState.DONE, 1));
        assertThat(executions().purge(others.tenant(), AT.plusSeconds(60))).isEqualTo(1);

        assertThat(stored()).containsExactly(mine);
    }

    @Test
    void allWhoBeginAnEventAtTheSameTimeGetTheSameDecisions() {
        List<List<AutomationExecution>> decided = Race.run(n -> executions().begin(make.tenant(), event, decisions(n)));

        assertThat(new HashSet<>(decided)).containsExactly(stored());
        assertThat(stored()).hasSize(AUTOMATIONS);
    }

    @Test
    void stepsDoneAtTheSameTimeNeverBecomeFewer() {
        begun("a", ExecutionState.RUNNING, 0);
        List<Integer> seen = Race.run(n ->
                saved(automations.run(event, "a", ExecutionState.RUNNING, n)).stepsDone());

        IntStream.range(0, Race.THREADS).forEach(n -> assertThat(seen.get(n)).isGreaterThanOrEqualTo(n));
        assertThat(stored()).containsExactly(automations.run(event, "a", ExecutionState.RUNNING, Race.THREADS - 1));
    }

    /** The same automations, in an order of its own, with steps that show who decided. */
    private List<AutomationExecution> decisions(int racer) {
        List<AutomationExecution> decisions = new ArrayList<>();
        for (int i = 0; i < AUTOMATIONS; i++) {
            decisions.add(automations.run(event, "a-" + i, ExecutionState.SKIPPED, racer, "by " + racer));
        }
        Collections.shuffle(decisions, new Random(racer));
        return decisions;
    }

    private AutomationExecution begun(String automation, ExecutionState state, int stepsDone) {
        AutomationExecution run = automations.run(event, automation, state, stepsDone);
        assertThat(executions().begin(make.tenant(), event, List.of(run))).contains(run);
        return run;
    }

    private AutomationExecution saved(AutomationExecution run) {
        executions().save(run);
        return stored().stream()
                .filter(each -> each.automation().equals(run.automation()))
                .findFirst()
                .orElseThrow();
    }

    private List<AutomationExecution> stored() {
        return executions().executions(make.tenant(), event);
    }

    private ExecutionStore executions() {
        return storage().executions();
    }
}
