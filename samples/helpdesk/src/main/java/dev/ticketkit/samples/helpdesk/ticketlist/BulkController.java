package dev.ticketkit.samples.helpdesk.ticketlist;

import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.result.BulkResult;
import dev.ticketkit.samples.helpdesk.page.Choices;
import dev.ticketkit.samples.helpdesk.page.Flash;
import dev.ticketkit.samples.helpdesk.page.FormProblems;
import dev.ticketkit.samples.helpdesk.team.Team;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One change of all tickets that are marked in the list, or of all that it finds. */
@Controller
class BulkController {
    private final ActorDesk desk;
    private final Lists lists;
    private final Team team;
    private final Choices choices;

    BulkController(ActorDesk desk, Lists lists, Team team, Choices choices) {
        this.desk = desk;
        this.lists = lists;
        this.team = team;
        this.choices = choices;
    }

    /** The address of the question, when somebody comes back to it without having asked. */
    @GetMapping("/tickets/bulk")
    String list() {
        return "redirect:/tickets";
    }

    /** Changes those that are named and goes back to the list; asks first when all of the list are meant. */
    @PostMapping("/tickets/bulk")
    String change(@ModelAttribute("bulk") BulkForm form, Model model, RedirectAttributes redirect) {
        if (form.values().isEmpty()) {
            Flash.say(redirect, "bulk.nothing");
        } else if (Boolean.TRUE.equals(form.whole())) {
            return ask(form, model, redirect);
        } else {
            run(form, redirect);
        }
        return "redirect:" + form.way();
    }

    /** The tickets are named in the question, so that none which comes later is changed without having been counted. */
    private String ask(BulkForm form, Model model, RedirectAttributes redirect) {
        List<WholeList> read = new ArrayList<>();
        FormProblems problems = FormProblems.of(() -> {
            // What is refused is not asked about.
            form.command(team);
            read.add(lists.whole(form.wholeList()));
        });
        if (problems.any() || read.get(0).tickets().isEmpty()) {
            say(problems, List.of(), redirect);
            return "redirect:" + form.way();
        }
        model.addAttribute("whole", read.get(0));
        model.addAttribute("said", form.said(choices));
        model.addAttribute("here", form.way());
        return "ticketlist/ask";
    }

    private void run(BulkForm form, RedirectAttributes redirect) {
        List<BulkResult> results = new ArrayList<>();
        FormProblems problems =
                FormProblems.of(() -> results.addAll(desk.changeAll(form.tickets(), form.command(team))));
        say(problems, results, redirect);
    }

    private static void say(FormProblems problems, List<BulkResult> results, RedirectAttributes redirect) {
        if (problems.any()) {
            Flash.say(
                    redirect,
                    "bulk.refused",
                    String.join("; ", problems.fields().values()));
        } else {
            BulkOutcome.of(results).say(redirect);
        }
    }
}
