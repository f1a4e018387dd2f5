package dev.ticketkit.samples.helpdesk.settings;

import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.samples.helpdesk.page.Flash;
import dev.ticketkit.samples.helpdesk.page.FormProblems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Categories: other names, two made one, hidden and shown. Tickets, history and statistics follow. */
@Controller
class CategorySettingsController {
    private final ActorDesk desk;

    CategorySettingsController(ActorDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/settings/categories")
    String categories(Model model) {
        model.addAttribute("categories", desk.catalogue().categories());
        return "settings/categories";
    }

    @PostMapping("/settings/categories/rename")
    String rename(@RequestParam String name, @RequestParam String label, RedirectAttributes redirect) {
        return said(FormProblems.of(() -> desk.catalogue().renameCategory(name, label)), redirect);
    }

    @PostMapping("/settings/categories/merge")
    String merge(@RequestParam String name, @RequestParam String into, RedirectAttributes redirect) {
        return said(FormProblems.of(() -> desk.catalogue().mergeCategory(name, into)), redirect);
    }

    @PostMapping("/settings/categories/hide")
    String hide(@RequestParam String name, @RequestParam boolean hidden, RedirectAttributes redirect) {
        return said(FormProblems.of(() -> desk.catalogue().hideCategory(name, hidden)), redirect);
    }

    private static String said(FormProblems problems, RedirectAttributes redirect) {
        Flash.sayOutcome(redirect, problems, "settings.saved");
        return "redirect:/settings/categories";
    }
}
