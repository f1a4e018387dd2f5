package dev.ticketkit.samples.helpdesk.account;

import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.samples.helpdesk.page.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an operator decides for itself. */
@Controller
class ProfileController {
    private final ActorDesk desk;

    ProfileController(ActorDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/profile")
    String profile(Model model) {
        model.addAttribute("mailed", desk.mail().isOn());
        return "account/profile";
    }

    /** Switches ticket mail: an unchecked box is not sent. */
    @PostMapping("/profile")
    String choose(@RequestParam(defaultValue = "false") boolean mailed, RedirectAttributes redirect) {
        if (mailed) {
            desk.mail().switchOn();
        } else {
            desk.mail().switchOff();
        }
        Flash.say(redirect, mailed ? "mail.on" : "mail.off");
        return "redirect:/profile";
    }
}
