package dev.ticketkit.samples.helpdesk.settings;

import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.samples.helpdesk.HelpDeskProperties;
import dev.ticketkit.samples.helpdesk.page.Flash;
import dev.ticketkit.spi.model.TenantId;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What could not be delivered, to be tried again, and what waits. The address is the administrators' alone. */
@Controller
class DeliveryController {
    private static final int MOST = 200;

    private final TicketDesk desk;
    private final TenantId tenant;

    DeliveryController(TicketDesk desk, HelpDeskProperties properties) {
        this.desk = desk;
        this.tenant = new TenantId(properties.tenant());
    }

    @GetMapping("/settings/deliveries")
    String deliveries(Model model) {
        model.addAttribute("parked", desk.deliveries().parked(tenant, MOST));
        model.addAttribute("pending", desk.deliveries().pending(tenant));
        return "settings/deliveries";
    }

    @PostMapping("/settings/deliveries/release")
    String release(@RequestParam UUID event, @RequestParam String consumer, RedirectAttributes redirect) {
        boolean released = desk.deliveries().parked(tenant, MOST).stream()
                .filter(parked ->
                        parked.eventId().equals(event) && parked.consumer().equals(consumer))
                .anyMatch(desk.deliveries()::release);
        Flash.say(redirect, released ? "delivery.released" : "delivery.gone");
        return "redirect:/settings/deliveries";
    }
}
