package dev.ticketkit.core.internal.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.spi.model.MacroStatus;
import org.junit.jupiter.api.Test;

class NamedStatusTest {
    private final NamedStatus shipped = new NamedStatus("shipped");

    @Test
    void anAutomationNamesAStatusInItsStarterOrItsSteps() {
        assertThat(shipped.isIn(automation(Starter.statusBecame("SHIPPED"), Step.sendMessage("Hi"))))
                .isTrue();
        assertThat(shipped.isIn(
                        automation(Starter.ticketCreated(), Step.openTicket("x").status(" Shipped "))))
                .isTrue();
        assertThat(shipped.isIn(
                        automation(Starter.ticketCreated(), Step.updateTicket().status("shipped"))))
                .isTrue();
        assertThat(shipped.isIn(automation(Starter.statusBecame("closed"), Step.openTicket("shipped"))))
                .isFalse();
        assertThat(shipped.isIn(automation(Starter.statusBecame(MacroStatus.IN_PROGRESS), Step.sendMessage("Hi"))))
                .isFalse();
    }

    @Test
    void everyPlaceGetsTheReplacement() {
        Automation before = automation(
                Starter.statusBecame("shipped", "closed"),
                Step.openTicket("x").status("shipped"),
                Step.updateTicket().status("shipped"));
        Automation after = automation(
                Starter.statusBecame("sent", "closed"),
                Step.openTicket("x").status("sent"),
                Step.updateTicket().status("sent"));
        assertThat(shipped.replacedIn(before, "sent")).isEqualTo(after);
    }

    @Test
    void aStarterThatNamesBothNamesTheReplacementOnce() {
        assertThat(shipped.replacedIn(
                        automation(Starter.statusBecame("Sent", "shipped"), Step.sendMessage("x")), "sent"))
                .isEqualTo(automation(Starter.statusBecame("sent"), Step.sendMessage("x")));
    }

    private static Automation automation(Starter starter, Step... steps) {
        return Automation.builder("a", "A").when(starter).steps(steps).build();
    }
}
