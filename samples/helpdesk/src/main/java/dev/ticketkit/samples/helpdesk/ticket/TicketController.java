package dev.ticketkit.samples.helpdesk.ticket;

import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.result.ConflictException;
import dev.ticketkit.samples.helpdesk.page.Flash;
import dev.ticketkit.samples.helpdesk.page.FormProblems;
import dev.ticketkit.samples.helpdesk.team.Team;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One ticket: reading, editing, deleting. */
@Controller
class TicketController {
    private final ActorDesk desk;
    private final Team team;
    private final TicketPage page;

    TicketController(ActorDesk desk, Team team, TicketPage page) {
        this.desk = desk;
        this.team = team;
        this.page = page;
    }

    /** The ticket as it is now. */
    @GetMapping("/tickets/{id}")
    String show(@PathVariable TicketId id, Model model) {
        Ticket ticket = desk.ticket(id).get();
        return page.fill(ticket, TicketForm.of(ticket), FormProblems.none(), List.of(), model);
    }

    /** Changes it; what somebody else changed meanwhile is shown field by field. */
    @PostMapping("/tickets/{id}")
    String change(
            @PathVariable TicketId id, @ModelAttribute TicketForm form, Model model, RedirectAttributes redirect) {
        try {
            FormProblems problems = FormProblems.of(() -> change(id, form));
            if (problems.any()) {
                Ticket current = desk.ticket(id).get();
                return page.fill(current, form, problems, List.of(), model);
            }
        } catch (ConflictException e) {
            return page.fill(e.current(), form.on(e.current()), FormProblems.none(), fields(e), model);
        }
        Flash.say(redirect, "ticket.saved");
        return "redirect:/tickets/" + id;
    }

    private void change(TicketId id, TicketForm form) {
        desk.ticket(id).change(form.command(owner -> team.find(owner).orElse(null)));
    }

    /** Deletes it; the next page can take that back. */
    @PostMapping("/tickets/{id}/delete")
    String delete(@PathVariable TicketId id, RedirectAttributes redirect) {
        String reference = desk.ticket(id).get().reference().value();
        desk.ticket(id).delete();
        Flash.undoable(redirect, "/tickets/" + id + "/restore", "ticket.deleted", reference);
        return "redirect:/tickets";
    }

    /** Brings it back. */
    @PostMapping("/tickets/{id}/restore")
    String restore(@PathVariable TicketId id, RedirectAttributes redirect) {
        desk.ticket(id).restore();
        Flash.say(redirect, "ticket.restored");
        return "redirect:/tickets/" + id;
    }

    /** Where a refused note leaves the browser: at the ticket, when the page is asked for anew. */
    @GetMapping("/tickets/{id}/notes")
    String notes(@PathVariable TicketId id) {
        return "redirect:/tickets/" + id;
    }

    /** Adds a note; which kind is said by the button. */
    @PostMapping("/tickets/{id}/notes")
    String note(
            @PathVariable TicketId id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam String kind,
            Model model,
            RedirectAttributes redirect) {
        FormProblems problems = FormProblems.of(() -> addNote(id, kind, text));
        if (problems.any()) {
            Ticket ticket = desk.ticket(id).get();
            model.addAttribute("noteText", text);
            return page.fill(ticket, TicketForm.of(ticket), problems, List.of(), model);
        }
        Flash.say(redirect, kind.equals("public") ? "note.public.added" : "note.internal.added");
        return "redirect:/tickets/" + id + "#history";
    }

    /** Its fields as the form names them. */
    private static List<String> fields(ConflictException conflict) {
        return conflict.fields().stream()
                .map(field -> field.toLowerCase(Locale.ROOT))
                .toList();
    }

    private void addNote(TicketId id, String kind, String text) {
        if (kind.equals("public")) {
            desk.ticket(id).addPublicNote(text);
        } else {
            desk.ticket(id).addInternalNote(text);
        }
    }
}
