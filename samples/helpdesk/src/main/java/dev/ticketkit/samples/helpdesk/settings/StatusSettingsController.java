package dev.ticketkit.samples.helpdesk.settings;

import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.result.StatusImpact;
import dev.ticketkit.samples.helpdesk.page.Flash;
import dev.ticketkit.samples.helpdesk.page.FormProblems;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.model.MacroStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Statuses: new ones, other words, and what hiding or removing one would touch. */
@Controller
class StatusSettingsController {
    private final ActorDesk desk;

    StatusSettingsController(ActorDesk desk) {
        this.desk = desk;
    }

    /** The first of the settings. */
    @GetMapping("/settings")
    String first() {
        return "redirect:/settings/statuses";
    }

    /** All statuses, hidden ones too, each with what it is used for. */
    @GetMapping("/settings/statuses")
    String statuses(Model model) {
        Map<StatusEntry, StatusImpact> statuses = new LinkedHashMap<>();
        desk.catalogue()
                .statuses()
                .entries()
                .forEach(entry -> statuses.put(
                        entry, desk.statuses().impactOf(entry.status().key())));
        model.addAttribute("statuses", statuses);
        return "settings/statuses";
    }

    /** A new one. */
    @PostMapping("/settings/statuses")
    String add(@RequestParam String label, @RequestParam MacroStatus macro, RedirectAttributes redirect) {
        return said(FormProblems.of(() -> desk.catalogue().addStatus(label, macro)), "status.added", redirect);
    }

    /** Other words for one; none for the shipped ones. */
    @PostMapping("/settings/statuses/{key}/label")
    String relabel(@PathVariable String key, @RequestParam String label, RedirectAttributes redirect) {
        String word = label.isBlank() ? null : label;
        return said(FormProblems.of(() -> desk.catalogue().relabelStatus(key, word)), "settings.saved", redirect);
    }

    /** Shows a hidden one again. */
    @PostMapping("/settings/statuses/{key}/show")
    String show(@PathVariable String key, RedirectAttributes redirect) {
        return said(FormProblems.of(() -> desk.statuses().show(key)), "settings.saved", redirect);
    }

    /** Hides one, and moves what uses it. */
    @PostMapping("/settings/statuses/{key}/hide")
    String hide(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String replacement,
            RedirectAttributes redirect) {
        return said(FormProblems.of(() -> hide(key, replacement)), "status.hidden", redirect);
    }

    private void hide(String key, String replacement) {
        if (replacement.isBlank()) {
            desk.statuses().hide(key);
        } else {
            desk.statuses().hide(key, replacement);
        }
    }

    /** Removes one of the desk's own, and moves what uses it. */
    @PostMapping("/settings/statuses/{key}/remove")
    String remove(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String replacement,
            RedirectAttributes redirect) {
        return said(FormProblems.of(() -> remove(key, replacement)), "status.removed", redirect);
    }

    private void remove(String key, String replacement) {
        if (replacement.isBlank()) {
            desk.statuses().remove(key);
        } else {
            desk.statuses().remove(key, replacement);
        }
    }

    private static String said(FormProblems problems, String done, RedirectAttributes redirect) {
        Flash.sayOutcome(redirect, problems, done);
        return "redirect:/settings/statuses";
    }
}
