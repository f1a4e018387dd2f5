package dev.ticketkit.samples.helpdesk.ticket;

import dev.ticketkit.samples.helpdesk.chat.Chats;
import dev.ticketkit.samples.helpdesk.page.Choices;
import dev.ticketkit.samples.helpdesk.page.FormProblems;
import dev.ticketkit.spi.model.Ticket;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Everything that is seen of a ticket. */
@Component
class TicketPage {
    private final HistoryReader history;
    private final Chats chats;
    private final Choices choices;

    TicketPage(HistoryReader history, Chats chats, Choices choices) {
        this.history = history;
        this.chats = chats;
        this.choices = choices;
    }

    /** Fills the page and names its template. */
    String fill(Ticket ticket, TicketForm form, FormProblems problems, List<String> conflicts, Model model) {
        model.addAttribute("ticket", ticket);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("conflicts", conflicts);
        model.addAttribute("history", history.of(ticket.id()));
        model.addAttribute("contact", ticket.contact());
        model.addAttribute("messages", chats.of(ticket.contact().id()));
        model.addAttribute("choices", choices);
        return "ticket/ticket";
    }
}
