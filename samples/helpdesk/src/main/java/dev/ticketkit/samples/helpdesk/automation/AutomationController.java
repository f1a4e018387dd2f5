package dev.ticketkit.samples.helpdesk.automation;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.AutomationJson;
import dev.ticketkit.core.automation.AutomationWarning;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.samples.helpdesk.page.Choices;
import dev.ticketkit.samples.helpdesk.page.Flash;
import dev.ticketkit.samples.helpdesk.page.FormProblems;
import dev.ticketkit.samples.helpdesk.team.Account;
import dev.ticketkit.samples.helpdesk.team.Team;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.query.InstantRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the desk does by itself. */
@Controller
@RequestMapping("/settings/automations")
class AutomationController {
    private static final Duration TRIED = Duration.ofDays(30);
    private static final int MOST_MATCHES = 50;

    private final ActorDesk desk;
    private final Team team;
    private final Choices choices;
    private final Clock clock;

    AutomationController(ActorDesk desk, Team team, Choices choices, Clock clock) {
        this.desk = desk;
        this.team = team;
        this.choices = choices;
        this.clock = clock;
    }

    /** All of them in running order. */
    @GetMapping
    String list(Model model) {
        model.addAttribute("automations", desk.automations().list());
        return "automation/list";
    }

    @GetMapping("/new")
    String form(Model model) {
        String id = "a-" + UUID.randomUUID();
        return show(AutomationForm.empty(id), null, FormProblems.none(), List.of(), model);
    }

    @GetMapping("/{id}")
    String form(@PathVariable String id, Model model) {
        Automation found = found(id);
        AutomationForm form = AutomationForm.of(found).orElse(null);
        return show(form, AutomationJson.write(found), FormProblems.none(), List.of(), model);
    }

    /** Where one that was not saved leaves the browser, when the page is asked for anew. */
    @GetMapping("/save")
    String unsaved() {
        return "redirect:/settings/automations";
    }

    /** Saves it; what has to be confirmed is shown, and saved when it is. */
    @PostMapping("/save")
    String save(
            @ModelAttribute AutomationForm form,
            @RequestParam(defaultValue = "false") boolean anyway,
            Model model,
            RedirectAttributes redirect) {
        Automation automation = form.automation(this::owner);
        List<AutomationWarning> findings = new ArrayList<>();
        FormProblems problems =
                FormProblems.of(() -> findings.addAll(desk.automations().check(automation)));
        if (problems.any() || (!findings.isEmpty() && !anyway)) {
            return show(form, null, problems, findings, model);
        }
        desk.automations().saveAnyway(automation);
        Flash.say(redirect, "settings.saved");
        return "redirect:/settings/automations";
    }

    /** What is to be found fault with while it is typed. */
    @PostMapping("/check")
    String check(@ModelAttribute AutomationForm form, Model model) {
        List<AutomationWarning> findings = new ArrayList<>();
        FormProblems problems =
                FormProblems.of(() -> findings.addAll(desk.automations().check(form.automation(this::owner))));
        model.addAttribute("problems", problems);
        model.addAttribute("findings", findings);
        return "automation/findings :: findings";
    }

    /** What it would have done in the last month. */
    @PostMapping("/dry-run")
    String dryRun(@ModelAttribute AutomationForm form, Model model) {
        Instant now = clock.instant();
        InstantRange range = InstantRange.of(now.minus(TRIED), now);
        Automation automation = form.automation(this::owner);
        FormProblems problems = FormProblems.of(
                () -> model.addAttribute("run", desk.automations().dryRun(automation, range, MOST_MATCHES)));
        model.addAttribute("problems", problems);
        return "automation/findings :: tried";
    }

    /** Saves one that the form does not show. */
    @PostMapping("/json")
    String json(@RequestParam String json, RedirectAttributes redirect) {
        FormProblems problems = FormProblems.of(() -> desk.automations().saveAnyway(AutomationJson.read(json)));
        Flash.sayOutcome(redirect, problems, "settings.saved");
        return "redirect:/settings/automations";
    }

    @PostMapping("/{id}/switch")
    String enable(@PathVariable String id, @RequestParam boolean enabled, RedirectAttributes redirect) {
        Automation automation = found(id).toBuilder().enabled(enabled).build();
        FormProblems problems = FormProblems.of(() -> desk.automations().saveAnyway(automation));
        Flash.sayOutcome(redirect, problems, "settings.saved");
        return "redirect:/settings/automations";
    }

    @PostMapping("/{id}/remove")
    String remove(@PathVariable String id, RedirectAttributes redirect) {
        desk.automations().remove(id);
        Flash.say(redirect, "settings.saved");
        return "redirect:/settings/automations";
    }

    private Automation found(String id) {
        return desk.automations().find(id).orElseThrow(() -> new NotFoundException("automation"));
    }

    private @Nullable Party owner(String id) {
        return team.find(id).map(Account::party).orElse(null);
    }

    private String show(
            @Nullable AutomationForm form,
            @Nullable String json,
            FormProblems problems,
            List<AutomationWarning> findings,
            Model model) {
        model.addAttribute("form", form);
        model.addAttribute("json", json);
        model.addAttribute("problems", problems);
        model.addAttribute("findings", findings);
        model.addAttribute("choices", choices);
        return "automation/edit";
    }
}
