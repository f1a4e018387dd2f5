package dev.ticketkit.samples.helpdesk.account;

import dev.ticketkit.samples.helpdesk.team.Role;
import dev.ticketkit.samples.helpdesk.team.Team;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The door. */
@Controller
class SignInController {
    private final Team team;

    SignInController(Team team) {
        this.team = team;
    }

    /** The form, with the accounts of the demo. */
    @GetMapping("/login")
    String form(Model model) {
        model.addAttribute("accounts", team.accounts());
        return "account/login";
    }

    /** The first page of whoever has signed in. */
    @GetMapping("/")
    String first() {
        return SignedIn.account().role() == Role.CUSTOMER ? "redirect:/phone" : "redirect:/tickets";
    }
}
