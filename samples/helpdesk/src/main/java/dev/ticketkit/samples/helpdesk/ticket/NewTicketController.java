package dev.ticketkit.samples.helpdesk.ticket;

import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.samples.helpdesk.account.SignedIn;
import dev.ticketkit.samples.helpdesk.page.Choices;
import dev.ticketkit.samples.helpdesk.page.Flash;
import dev.ticketkit.samples.helpdesk.page.FormProblems;
import dev.ticketkit.samples.helpdesk.team.Account;
import dev.ticketkit.samples.helpdesk.team.Customers;
import dev.ticketkit.samples.helpdesk.team.Team;
import dev.ticketkit.spi.error.KeyReusedException;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Opens tickets: from the list, where the contact is chosen, and from a contact's chat, where it is implied. */
@Controller
class NewTicketController {
    private final ActorDesk desk;
    private final Customers customers;
    private final Team team;
    private final Choices choices;

    NewTicketController(ActorDesk desk, Customers customers, Team team, Choices choices) {
        this.desk = desk;
        this.customers = customers;
        this.team = team;
        this.choices = choices;
    }

    /** The form. */
    @GetMapping("/tickets/new")
    String form(@RequestParam(required = false) @Nullable String contact, Model model) {
        Account me = SignedIn.account();
        String owner = me.role().readsAll() ? "" : me.id();
        String key = UUID.randomUUID().toString();
        return show(NewTicketForm.empty(contact, owner, key), FormProblems.none(), model);
    }

    /** Opens it, or shows the form again with what is wrong. */
    @PostMapping("/tickets/new")
    String open(@ModelAttribute NewTicketForm form, Model model, RedirectAttributes redirect) {
        List<Ticket> opened = new ArrayList<>();
        FormProblems problems;
        try {
            problems = FormProblems.of(() -> opened.add(open(form)));
        } catch (KeyReusedException e) {
            // Somebody went back and sent the form again, changed.
            model.addAttribute("sent", true);
            return show(form.withKey(UUID.randomUUID().toString()), FormProblems.none(), model);
        }
        if (problems.any()) {
            return show(form, problems, model);
        }
        Ticket ticket = opened.get(0);
        Flash.say(redirect, "ticket.opened", ticket.reference().value());
        return "redirect:/tickets/" + ticket.id();
    }

    private Ticket open(NewTicketForm form) {
        Contact contact =
                form.contact() == null ? null : customers.find(form.contact()).orElse(null);
        Account me = SignedIn.account();
        Account owner =
                me.role().readsAll() ? team.find(String.valueOf(form.owner())).orElse(null) : me;
        return desk.open(form.command(contact, owner, me)).ticket();
    }

    private String show(NewTicketForm form, FormProblems problems, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("choices", choices);
        model.addAttribute("contacts", customers.all());
        return "ticket/new";
    }
}
