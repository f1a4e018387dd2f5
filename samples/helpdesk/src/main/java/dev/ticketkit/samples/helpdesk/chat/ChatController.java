package dev.ticketkit.samples.helpdesk.chat;

import dev.ticketkit.samples.helpdesk.account.SignedIn;
import dev.ticketkit.samples.helpdesk.chat.Message.Direction;
import dev.ticketkit.samples.helpdesk.page.Back;
import dev.ticketkit.samples.helpdesk.page.Choices;
import dev.ticketkit.samples.helpdesk.page.Link;
import dev.ticketkit.samples.helpdesk.team.Account;
import dev.ticketkit.spi.model.Contact;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The chats of operators. */
@Controller
class ChatController {
    private static final int LONGEST = 4_000;

    private final ChatList list;
    private final ChatAccess access;
    private final Chats chats;
    private final Choices choices;
    private final Clock clock;

    ChatController(ChatList list, ChatAccess access, Chats chats, Choices choices, Clock clock) {
        this.list = list;
        this.access = access;
        this.chats = chats;
        this.choices = choices;
        this.clock = clock;
    }

    /** Contacts by their tickets, and the chat with one of them. */
    @GetMapping("/chats")
    String chats(ChatFilter filter, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("choices", choices);
        model.addAttribute("list", list.of(filter));
        if (!filter.chosen().isEmpty()) {
            thread(filter.chosen(), model);
            model.addAttribute("tickets", list.ticketsOf(filter.chosen()));
        }
        return "chat/chats";
    }

    /** What was said with one contact, for a page that looks again and again. */
    @GetMapping("/chats/thread")
    String thread(@RequestParam String contact, Model model) {
        model.addAttribute("contact", access.contact(contact));
        model.addAttribute("messages", chats.of(contact));
        return "chat/panel :: thread";
    }

    /** Writes to a contact. */
    @PostMapping("/chats/say")
    String say(@RequestParam String contact, @RequestParam String text, @RequestParam(defaultValue = "") String back) {
        Contact to = access.contact(contact);
        if (!text.isBlank() && text.length() <= LONGEST) {
            Account me = SignedIn.account();
            Message message = new Message(Direction.OPERATOR, me.name(), text.strip(), clock.instant());
            chats.add(to.id(), message, "operator/" + UUID.randomUUID());
        }
        String chat = new Link("/chats").with("contact", to.id()).toString();
        return Back.to(back, chat, "/tickets/", "/chats");
    }
}
