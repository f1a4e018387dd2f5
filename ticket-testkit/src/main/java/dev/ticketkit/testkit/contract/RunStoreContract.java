package dev.ticketkit.testkit.contract;

import static dev.ticketkit.testkit.contract.AutomationFixtures.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.AutomationRun;
import dev.ticketkit.spi.storage.RunState;
import dev.ticketkit.spi.storage.RunStore;
import dev.ticketkit.spi.text.TextRule;
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
public abstract class RunStoreContract extends StorageContract {
    private static final int AUTOMATIONS = 5;

    private final UUID event = UUID.randomUUID();
    private AutomationFixtures automations = new AutomationFixtures(make.tenant());

    /** For subclasses. */
    protected RunStoreContract() {}

    @BeforeEach
    void useTenant() {
        automations = new AutomationFixtures(make.tenant());
    }

    @Test
    void keepsDecisionsInOrderOfAutomations() {
        AutomationRun skipped = automations.run(event, "a-1", RunState.SKIPPED, 0, "its conditions did not hold");
        AutomationRun running = automations.run(event, "a", RunState.RUNNING, 0);
        AutomationRun last =
                AutomationFixtures.of(automations.run(event, "a1", RunState.DONE, 3), new TicketId(UUID.randomUUID()));

        assertThat(runs().begin(make.tenant(), event, List.of(last, skipped, running)))
                .containsExactly(running, skipped, last);
        assertThat(stored()).containsExactly(running, skipped, last);
        assertThat(runs().runs(make.tenant(), UUID.randomUUID())).isEmpty();
        assertThat(runs().begin(make.tenant(), UUID.randomUUID(), List.of())).isEmpty();
    }

    @Test
    void whatIsDecidedStays() {
        AutomationRun first = begun("b", RunState.SKIPPED, 0);
        AutomationRun again = automations.run(event, "b", RunState.RUNNING, 7, "decided again");
        AutomationRun added = automations.run(event, "a", RunState.RUNNING, 0);

        assertThat(runs().begin(make.tenant(), event, List.of(again, added))).containsExactly(added, first);
        assertThat(runs().begin(make.tenant(), event, List.of())).containsExactly(added, first);
        assertThat(stored()).containsExactly(added, first);
    }

    @Test
    void keepsHowFarARunCame() {
        begun("a", RunState.RUNNING, 0);
        AutomationRun first = AutomationFixtures.of(
                automations.run(event, "a", RunState.RUNNING, 1), new TicketId(UUID.randomUUID()));
        assertThat(saved(first)).isEqualTo(first);
        assertThat(saved(first)).isEqualTo(first);
        AutomationRun second = automations.run(event, "a", RunState.FAILED, 1, "no such operator");
        assertThat(saved(second)).isEqualTo(second);
    }

    @Test
    void savesOnlyWhatWasBegun() {
        begun("a", RunState.RUNNING, 0);
        runs().save(automations.run(event, "b", RunState.DONE, 1));
        runs().save(automations.run(UUID.randomUUID(), "a", RunState.DONE, 1));

        assertThat(stored()).containsExactly(automations.run(event, "a", RunState.RUNNING, 0));
    }

    @Test
    @Tag("F18")
    void whatIsDoneStaysDone() {
        AutomationRun run = begun("a", RunState.DONE, 2);
        for (RunState later : RunState.values()) {
            assertThat(saved(automations.run(event, "a", later, 3, "late"))).isEqualTo(run);
        }
    }

    @Test
    void whatFailedMayGoOn() {
        begun("a", RunState.FAILED, 2);

        AutomationRun released = automations.run(event, "a", RunState.RUNNING, 3);
        assertThat(saved(released)).isEqualTo(released);
    }

    @Test
    @Tag("F18")
    void whoHasDoneFewerStepsIsLate() {
        AutomationRun ahead = begun("a", RunState.RUNNING, 2);

        assertThat(saved(automations.run(event, "a", RunState.RUNNING, 1))).isEqualTo(ahead);
        assertThat(saved(automations.run(event, "a", RunState.FAILED, 1, "late")))
                .isEqualTo(ahead);
    }

    @Test
    void keepsHostileDetails() {
        begun("a", RunState.RUNNING, 0);
        for (String text : HostileTextContract.all()) {
            if (TextRule.LINE.characterProblem(text) == null) {
                AutomationRun run = automations.run(event, "a", RunState.RUNNING, 0, text);
                assertThat(saved(run)).as(text).isEqualTo(run);
            }
        }
        AutomationRun longest = automations.run(event, "a", RunState.RUNNING, 0, "\uD83D\uDE00".repeat(1_000));
        assertThat(saved(longest)).isEqualTo(longest);
    }

    @Test
    @Tag("B1")
    void keepsTenantsApart() {
        AutomationFixtures stranger =
                new AutomationFixtures(TicketFixtures.ofNewTenant().tenant());
        AutomationRun mine = begun("a", RunState.RUNNING, 0);
        AutomationRun his = stranger.run(event, "a", RunState.RUNNING, 0);
        runs().save(stranger.run(event, "a", RunState.DONE, 1));
        assertThat(runs().runs(his.tenant(), event)).isEmpty();

        assertThat(runs().begin(his.tenant(), event, List.of(his))).containsExactly(his);
        runs().save(stranger.run(event, "a", RunState.DONE, 1));
        assertThat(runs().purge(his.tenant(), AT.plusSeconds(60))).isEqualTo(1);

        assertThat(stored()).containsExactly(mine);
    }

    @Test
    void allWhoBeginAnEventAtTheSameTimeGetTheSameDecisions() {
        List<List<AutomationRun>> decided = Race.run(n -> runs().begin(make.tenant(), event, decisions(n)));

        assertThat(new HashSet<>(decided)).containsExactly(stored());
        assertThat(stored()).hasSize(AUTOMATIONS);
    }

    @Test
    void stepsDoneAtTheSameTimeNeverBecomeFewer() {
        begun("a", RunState.RUNNING, 0);
        List<Integer> seen = Race.run(
                n -> saved(automations.run(event, "a", RunState.RUNNING, n)).stepsDone());

        IntStream.range(0, Race.THREADS).forEach(n -> assertThat(seen.get(n)).isGreaterThanOrEqualTo(n));
        assertThat(stored()).containsExactly(automations.run(event, "a", RunState.RUNNING, Race.THREADS - 1));
    }

    /** The same automations, in an order of its own, with steps that tell who decided. */
    private List<AutomationRun> decisions(int racer) {
        List<AutomationRun> decisions = new ArrayList<>();
        for (int i = 0; i < AUTOMATIONS; i++) {
            decisions.add(automations.run(event, "a-" + i, RunState.SKIPPED, racer, "by " + racer));
        }
        Collections.shuffle(decisions, new Random(racer));
        return decisions;
    }

    private AutomationRun begun(String automation, RunState state, int stepsDone) {
        AutomationRun run = automations.run(event, automation, state, stepsDone);
        assertThat(runs().begin(make.tenant(), event, List.of(run))).contains(run);
        return run;
    }

    private AutomationRun saved(AutomationRun run) {
        runs().save(run);
        return stored().stream()
                .filter(each -> each.automation().equals(run.automation()))
                .findFirst()
                .orElseThrow();
    }

    private List<AutomationRun> stored() {
        return runs().runs(make.tenant(), event);
    }

    private RunStore runs() {
        return storage().runs();
    }
}
