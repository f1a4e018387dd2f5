package dev.ticketkit.core.internal.automation.check;

import static dev.ticketkit.core.automation.Starter.fired;
import static dev.ticketkit.core.automation.Starter.statusBecame;
import static dev.ticketkit.core.automation.Starter.statusChanged;
import static dev.ticketkit.core.automation.Starter.ticketCreated;
import static dev.ticketkit.core.automation.Step.openTicket;
import static dev.ticketkit.core.automation.Step.sendMessage;
import static dev.ticketkit.core.automation.Step.updateTicket;
import static dev.ticketkit.core.internal.automation.check.Checking.automation;
import static dev.ticketkit.core.internal.automation.check.Checking.conditional;
import static dev.ticketkit.core.internal.automation.check.Checking.disabled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.AutomationWarning;
import dev.ticketkit.core.automation.AutomationWarning.Kind;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.MacroStatus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R27")
class CycleTest {
    private final AutomationChecks checks = Checking.checks();

    private List<AutomationWarning> check(Automation automation, Automation... others) {
        return checks.check(automation, List.of(others));
    }

    private void assertEndless(String path, Automation automation, Automation... others) {
        Throwable thrown = catchThrowable(() -> check(automation, others));
        assertThat(thrown).isInstanceOf(RefusedException.class).hasMessageContaining(": " + path + ";");
        assertThat(((RefusedException) thrown).field()).isEqualTo("automation");
    }

    private void assertConditional(String path, Automation automation, Automation... others) {
        assertThat(check(automation, others))
                .filteredOn(warning -> warning.kind() == Kind.CONDITIONAL_CYCLE)
                .singleElement()
                .satisfies(warning -> assertThat(warning.problem()).endsWith(": " + path));
    }

    private void assertEnds(Automation automation, Automation... others) {
        assertThat(check(automation, others)).noneMatch(warning -> warning.kind() == Kind.CONDITIONAL_CYCLE);
    }

    private static Step set(String status) {
        return updateTicket().status(status);
    }

    @Test
    void refusesAStepThatFiresItsOwnTrigger() {
        assertEndless("a -> a", automation("a", ticketCreated(), openTicket("t")));
        assertEndless("a -> a", automation("a", statusChanged(), set("%%STATUS%%")));
        assertEndless(
                "a -> a",
                automation("a", statusBecame("open"), updateTicket("R-1").status("open")));
        assertEndless("a -> a", automation("a", statusBecame("open"), set("closed"), set("open")));
        assertEndless(
                "a -> a", automation("a", statusBecame("open"), openTicket("t").status("closed"), set("open")));
        assertEndless("a -> a", automation("a", statusBecame("closed"), openTicket("t"), set("CLOSED")));
    }

    @Test
    void aStatusTheTicketHasAlreadyIsNoChange() {
        assertEnds(automation("a", statusBecame("open"), set("open")));
        assertEnds(automation("a", statusBecame("OPEN"), set(" Open "), set("open")));
        assertEnds(automation("a", statusBecame("open"), openTicket("t").status("open"), set("open")));
        assertEnds(automation("a", statusBecame("open"), openTicket("t"), set("open")));
        assertEnds(automation("a", statusChanged().from("open").to("closed"), set("open")));
    }

    /** It comes to closed once more, and then nothing changes. */
    @Test
    void whatSettlesIsNoCycle() {
        assertEnds(automation("a", statusBecame(MacroStatus.TERMINATED), set("closed")));
        assertEnds(automation("a", statusBecame("resolved", "closed"), set("closed")));
        assertEnds(automation("a", statusChanged(), set("open")));
        assertEnds(automation("a", statusChanged().from(MacroStatus.TERMINATED), set("open")));
        assertEndless("a -> a", automation("a", statusBecame("resolved", "closed"), set("resolved"), set("closed")));
    }

    @Test
    void findsTheShortestWayThroughOthers() {
        Automation a = automation("a", statusBecame("open"), set("closed"));
        Automation b = automation("b", statusBecame("closed"), set("pending"), set("open"));
        Automation c = automation("c", statusBecame("pending"), set("open"));
        Automation d = automation("d", ticketCreated(), set("pending"));

        assertEndless("a -> b -> a", a, b, c, d);
        assertEndless("b -> a -> b", b, a, c, d);
        assertEndless("c -> a -> b -> c", c, a, b, d);
        // Not in any cycle itself, and still saved into a set that has one.
        assertEndless("a -> b -> a", d, a, b, c);
        assertEnds(a, d);
        assertEnds(c, b, d);
    }

    @Test
    void filtersOfBothSidesDecide() {
        Automation a = automation("a", statusChanged().from("open").to("pending"), set("waiting"));

        assertEndless(
                "a -> b -> a",
                a,
                automation("b", statusChanged().from("pending").to("waiting"), set("open"), set("pending")));
        assertEnds(a, automation("b", statusChanged().from("closed").to("waiting"), set("open")));
        assertEnds(a, automation("b", statusChanged().from("pending").to("shipped"), set("open")));
        assertEndless(
                "a -> b -> a",
                automation("a", statusBecame(MacroStatus.IN_PROGRESS), set("closed")),
                automation("b", statusBecame(MacroStatus.TERMINATED), set("shipped")));
        assertEnds(
                automation("a", statusBecame("open"), set("closed")),
                automation("b", statusChanged().from(MacroStatus.TERMINATED).to("shipped"), set("open")));
    }

    @Test
    void anOpenStepStartsEveryTicketCreated() {
        Automation a = automation("a", statusBecame("closed"), openTicket("again"));

        assertEndless("a -> b -> a", a, automation("b", ticketCreated(), set("closed")));
        assertEnds(a, automation("b", ticketCreated(), set("pending")));
        assertEnds(automation("f", fired("late"), openTicket("t")), automation("b", ticketCreated(), set("closed")));
    }

    @Test
    void aConditionMakesACycleAWarning() {
        Automation a = automation("a", statusBecame("open"), set("closed"));
        Automation b = conditional("b", statusBecame("closed"), set("open"));

        assertConditional("a -> b -> a", a, b);
        assertConditional("b -> a -> b", b, a);
        assertConditional("a -> a", conditional("a", ticketCreated(), openTicket("t")));
        // Another automation need not be confirmed again for it.
        assertEnds(automation("c", ticketCreated(), sendMessage("x")), a, b);
        // With and without a condition: the one without counts.
        assertEndless("a -> c -> a", a, b, automation("c", statusBecame("closed"), set("open")));
    }

    @Test
    void disabledOnesDoNotCount() {
        Automation a = automation("a", statusBecame("open"), set("closed"));
        Automation b = automation("b", statusBecame("closed"), set("open"));

        assertEnds(a, disabled("b", statusBecame("closed"), set("open")));
        assertEnds(disabled("a", statusBecame("open"), set("closed")), b);
        assertEnds(disabled("c", ticketCreated(), sendMessage("x")), a, b);
        assertEnds(disabled("a", ticketCreated(), openTicket("t")));
    }

    @Test
    void theOneToBeReplacedDoesNotCount() {
        Automation a = automation("a", statusBecame("open"), set("closed"));
        Automation b = automation("b", statusBecame("closed"), set("open"));

        assertEnds(automation("a", statusBecame("open"), set("pending")), a, b);
    }

    /** Two automations of one event: what the first sets, the second finds. */
    @Test
    void whatOthersSetMeanwhileCounts() {
        Automation a = automation("a", statusBecame("open"), set("closed"));

        assertEndless("b -> b", automation("b", statusBecame("open"), set("open")), a);
        assertEndless("b -> b", a, automation("b", statusBecame("open"), set("open")));
    }

    /** The first closes what was opened again, and the second, of the same event, opens it again. */
    @Test
    void whatTheFirstOfOneEventSetsTheSecondFinds() {
        assertEndless(
                "b -> b",
                automation("b", statusChanged().from(MacroStatus.TERMINATED), set("open")),
                automation("a", statusBecame("open"), set("closed")));
    }

    /** One that is started once for a ticket sets nothing meanwhile. */
    @Test
    void whatIsNotPartOfAnyCycleDoesNotCount() {
        Automation atFirst = automation("c", ticketCreated(), set("in-progress"));
        Automation a = automation("a", statusBecame("resolved"), set("closed"));
        Automation b = automation("b", statusChanged().from("in-progress").to("closed"), set("resolved"));

        assertEnds(a, b, atFirst);
        assertEnds(atFirst, a, b);
    }

    @Test
    void aThousandAutomationsAreChecked() {
        List<Automation> all = new ArrayList<>();
        for (int i = 0; i < 999; i++) {
            all.add(automation(
                    "r" + i, statusBecame("open", "pending"), set("closed"), set("shipped"), set("waiting")));
        }
        assertThat(checks.check(automation("z", statusBecame("waiting"), set("resolved")), all))
                .isEmpty();
        Throwable thrown =
                catchThrowable(() -> checks.check(automation("z", statusBecame("waiting"), set("open")), all));
        assertThat(thrown).hasMessageContaining("z -> r0 -> z");
        all.replaceAll(each -> automation(each.id(), ticketCreated(), set("closed")));
        all.add(automation("s", statusBecame("closed"), sendMessage("x")));
        thrown = catchThrowable(() -> checks.check(automation("z", statusBecame("closed"), openTicket("t")), all));
        assertThat(thrown).hasMessageContaining("z -> r0 -> z");
    }
}
