package dev.ticketkit.samples.helpdesk.ticket;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.samples.helpdesk.HelpDeskProperties;
import dev.ticketkit.samples.helpdesk.team.Account;
import dev.ticketkit.samples.helpdesk.team.Team;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.TicketId;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Which automations ran after an event, and who was notified. */
@Controller
class WhyController {
    private final ActorDesk desk;
    private final TicketDesk whole;
    private final Team team;
    private final HelpDeskProperties properties;

    WhyController(ActorDesk desk, TicketDesk whole, Team team, HelpDeskProperties properties) {
        this.desk = desk;
        this.whole = whole;
        this.team = team;
        this.properties = properties;
    }

    @GetMapping("/tickets/{id}/why/{event}")
    String why(@PathVariable TicketId id, @PathVariable UUID event, Model model) {
        model.addAttribute("ticket", desk.ticket(id).get());
        model.addAttribute("trace", desk.why(event));
        model.addAttribute("automations", automations());
        model.addAttribute("people", team.accounts().stream().collect(Collectors.toMap(Account::id, Account::name)));
        return "ticket/why";
    }

    /** By id what people call them, which operators may read though they may not administer. */
    private Map<String, String> automations() {
        return whole.as(properties.tenant(), Actor.host("why")).automations().list().stream()
                .collect(Collectors.toMap(Automation::id, Automation::name));
    }
}
