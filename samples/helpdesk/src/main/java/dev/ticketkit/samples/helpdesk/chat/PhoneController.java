package dev.ticketkit.samples.helpdesk.chat;

import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.samples.helpdesk.account.SignedIn;
import dev.ticketkit.samples.helpdesk.team.Customers;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.TicketQuery;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk as a customer sees it: a chat, and its own tickets. */
@Controller
class PhoneController {
    private static final int LONGEST = 4_000;

    private final ActorDesk desk;
    private final Customers customers;
    private final Chats chats;
    private final Inbound inbound;

    PhoneController(ActorDesk desk, Customers customers, Chats chats, Inbound inbound) {
        this.desk = desk;
        this.customers = customers;
        this.chats = chats;
        this.inbound = inbound;
    }

    /** The chat. */
    @GetMapping("/phone")
    String chat(Model model) {
        Contact me = me();
        model.addAttribute("contact", me);
        model.addAttribute("messages", chats.of(me.id()));
        model.addAttribute("tickets", desk.list(TicketQuery.all()).items());
        model.addAttribute("key", UUID.randomUUID().toString());
        return "chat/phone";
    }

    /** Writes to the desk. */
    @PostMapping("/phone")
    String write(@RequestParam String text, @RequestParam String key) {
        if (!text.isBlank() && text.length() <= LONGEST && key.length() <= 100) {
            inbound.receive(me(), key, text.strip());
        }
        return "redirect:/phone";
    }

    /** One of its tickets, with the public notes. */
    @GetMapping("/phone/tickets/{id}")
    String ticket(@PathVariable TicketId id, Model model) {
        model.addAttribute("ticket", desk.ticket(id).get());
        model.addAttribute("notes", desk.ticket(id).notes());
        return "chat/phone-ticket";
    }

    private Contact me() {
        return customers.find(SignedIn.account().id()).orElseThrow(() -> new NotFoundException("contact"));
    }
}
