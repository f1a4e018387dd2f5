package dev.ticketkit.samples.helpdesk.mailbox;

import dev.ticketkit.samples.helpdesk.account.SignedIn;
import dev.ticketkit.samples.helpdesk.team.Account;
import dev.ticketkit.samples.helpdesk.team.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The mail that would be sent: all of it to an administrator, their own to operators. */
@Controller
class MailboxController {
    private final Mailbox mailbox;

    MailboxController(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping("/mailbox")
    String mails(Model model) {
        Account me = SignedIn.account();
        model.addAttribute("mails", mailbox.latest(me.role() == Role.ADMINISTRATOR ? "" : me.id()));
        return "mailbox/mailbox";
    }
}
