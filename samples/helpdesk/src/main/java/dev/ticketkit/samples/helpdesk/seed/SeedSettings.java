package dev.ticketkit.samples.helpdesk.seed;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Condition;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.samples.helpdesk.HelpDeskProperties;
import dev.ticketkit.samples.helpdesk.chat.Inbound;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Status;
import org.springframework.stereotype.Component;

/** Statuses of the desk's own, and two automations. */
@Component
class SeedSettings {
    private final ActorDesk desk;

    SeedSettings(TicketDesk desk, HelpDeskProperties properties) {
        this.desk = desk.as(properties.tenant(), Actor.host("seed"));
    }

    void seed() {
        desk.catalogue().addStatus("with-courier", "With the courier", MacroStatus.IN_PROGRESS);
        desk.catalogue().addStatus("refunded", "Refunded", MacroStatus.TERMINATED);
        desk.automations().saveAnyway(ofChat());
        desk.automations().saveAnyway(ofResolution());
    }

    private static Automation ofChat() {
        return Automation.builder("chat-opens-ticket", "A message opens a ticket")
                .order(10)
                .when(Starter.fired(Inbound.STARTER).with("CONTACT_NAME", "SUBJECT", "MESSAGE"))
                .onlyIf(Condition.not(Condition.contactHasOpenTicket()))
                .steps(
                        Step.openTicket("%%SUBJECT%%")
                                .description("%%MESSAGE%%")
                                .category("Assistance")
                                .priority("MEDIUM"),
                        Step.sendMessage("Hello %%CONTACT_NAME%%, your request %%TICKET_REFERENCE%% is with us."))
                .build();
    }

    private static Automation ofResolution() {
        return Automation.builder("resolved-tells-contact", "The customer is told of the solution")
                .order(20)
                .when(Starter.statusBecame(Status.RESOLVED.key()))
                .steps(Step.sendMessage(
                        "%%TICKET_REFERENCE%% (%%TICKET_TITLE%%) is now: %%TICKET_STATUS%%. Write to us if it is not."))
                .build();
    }
}
