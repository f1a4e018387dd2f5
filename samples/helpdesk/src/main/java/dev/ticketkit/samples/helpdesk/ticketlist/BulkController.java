package dev.ticketkit.samples.helpdesk.ticketlist;

import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.ChangeTicket.Clearable;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.result.BulkResult;
import dev.ticketkit.samples.helpdesk.page.Back;
import dev.ticketkit.samples.helpdesk.page.Flash;
import dev.ticketkit.samples.helpdesk.page.FormProblems;
import dev.ticketkit.samples.helpdesk.team.Account;
import dev.ticketkit.samples.helpdesk.team.Team;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.TicketId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One change of all tickets that are marked in the list. */
@Controller
class BulkController {
    private final ActorDesk desk;
    private final Team team;

    BulkController(ActorDesk desk, Team team) {
        this.desk = desk;
        this.team = team;
    }

    /** Changes them and goes back to the list. */
    @PostMapping("/tickets/bulk")
    String change(
            @RequestParam(required = false) @Nullable List<String> id,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String priority,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes redirect) {
        ChangeTicket.Builder change = ChangeTicket.builder()
                .status(orNull(status))
                .priority(priority(priority))
                .category(orNull(category));
        if (owner.equals(ListRequest.NOBODY)) {
            change.clear(Clearable.OWNER);
        } else {
            change.owner(team.find(owner).map(Account::party).orElse(null));
        }
        run(id == null ? List.of() : id, change.build(), redirect);
        return Back.to(back, "/tickets", "/tickets?");
    }

    private void run(List<String> ids, ChangeTicket change, RedirectAttributes redirect) {
        List<BulkResult> results = new ArrayList<>();
        List<TicketId> tickets = ids.stream().map(TicketId::of).distinct().toList();
        FormProblems problems = FormProblems.of(() -> results.addAll(desk.changeAll(tickets, change)));
        if (problems.any()) {
            Flash.say(
                    redirect,
                    "bulk.refused",
                    String.join("; ", problems.fields().values()));
            return;
        }
        long failed =
                results.stream().filter(result -> result.problem() != null).count();
        Flash.say(redirect, failed == 0 ? "bulk.done" : "bulk.partly", results.size() - failed, failed);
    }

    private static @Nullable String orNull(String value) {
        return value.isBlank() ? null : value;
    }

    private static @Nullable Priority priority(String name) {
        if (name.isBlank()) {
            return null;
        }
        return Arrays.stream(Priority.values())
                .filter(priority -> priority.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RefusedException("priority", "is none"));
    }
}
