package dev.ticketkit.core.internal.automation.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.AutomationJson;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Starter.StatusChanged;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.MacroStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random automations without conditions, saved one after the other, against playing them through. */
@Tag("R27")
class RandomRulesTest {
    private static final long SEED = 20_261_123L;
    private static final int SETS = 1_000;
    private static final List<String> STATUSES = List.of("open", "pending", "resolved", "closed");

    private final AutomationChecks checks = Checking.checks();
    private final Random random = new Random(SEED);

    private String status() {
        return STATUSES.get(random.nextInt(STATUSES.size()));
    }

    private MacroStatus macro() {
        return random.nextBoolean() ? MacroStatus.IN_PROGRESS : MacroStatus.TERMINATED;
    }

    private StatusChanged changed() {
        StatusChanged any = Starter.statusChanged();
        StatusChanged from =
                switch (random.nextInt(5)) {
                    case 0 -> any.from(status());
                    case 1 -> any.from(macro());
                    default -> any;
                };
        return switch (random.nextInt(6)) {
            case 0 -> from.to(macro());
            case 1 -> from.to(status(), status());
            case 2 -> from;
            default -> from.to(status());
        };
    }

    private Step step() {
        return switch (random.nextInt(10)) {
            case 0 -> Step.openTicket("t");
            case 1 -> Step.openTicket("t").status(status());
            case 2 -> Step.updateTicket("R-1").status(status());
            case 3 -> Step.sendMessage("x");
            default -> Step.updateTicket().status(status());
        };
    }

    private Automation automation(String id) {
        Starter starter = random.nextInt(4) == 0 ? Starter.ticketCreated() : changed();
        Step[] steps = new Step[1 + random.nextInt(2)];
        java.util.Arrays.setAll(steps, i -> step());
        return Automation.builder(id, id)
                .when(starter)
                .steps(steps)
                .enabled(random.nextInt(8) > 0)
                .build();
    }

    private boolean isRefused(Automation automation, List<Automation> others) {
        try {
            checks.check(automation, others);
            return false;
        } catch (RefusedException e) {
            assertThat(e.field()).isEqualTo("automation");
            return true;
        }
    }

    private static List<Automation> enabled(List<Automation> all) {
        return all.stream().filter(Automation::enabled).toList();
    }

    private static List<String> json(List<Automation> all) {
        return all.stream().map(AutomationJson::write).toList();
    }

    @Test
    void whatWouldNotEndIsAlwaysRefused() {
        int refused = 0;
        int endless = 0;
        int accepted = 0;
        for (int set = 0; set < SETS; set++) {
            List<Automation> saved = new ArrayList<>();
            int size = 1 + random.nextInt(5);
            for (int i = 0; i < size; i++) {
                Automation next = automation("r" + (char) ('a' + random.nextInt(26)) + i);
                List<Automation> together = new ArrayList<>(saved);
                together.add(next);
                together.sort(java.util.Comparator.comparing(Automation::id));
                boolean loops = Simulation.isEndless(enabled(together));
                if (loops) {
                    endless++;
                }
                if (isRefused(next, saved)) {
                    refused++;
                } else {
                    assertThat(loops)
                            .as("seed %d, set %d: %s", SEED, set, json(together))
                            .isFalse();
                    saved = together;
                    accepted++;
                }
            }
        }
        // Enough of both, and most of what is refused is refused rightly.
        assertThat(endless).isGreaterThan(300);
        assertThat(accepted).isGreaterThan(1_500);
        assertThat(endless)
                .as("refused %d, endless %d, accepted %d", refused, endless, accepted)
                .isGreaterThan(refused * 6 / 10);
    }
}
