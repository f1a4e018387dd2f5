package dev.ticketkit.core.internal.automation.execute;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.catalogue.StatusBook;
import dev.ticketkit.core.command.Fire;
import dev.ticketkit.core.internal.automation.decide.AutomationJudge;
import dev.ticketkit.core.internal.automation.decide.FiringBody;
import dev.ticketkit.core.internal.automation.decide.Occurrence;
import dev.ticketkit.core.internal.automation.decide.PastTicket;
import dev.ticketkit.core.internal.automation.decide.PastTickets;
import dev.ticketkit.core.internal.page.EventPages;
import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.core.result.DryRun;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tries an automation on the past. Reads only. */
public final class DryRunReader {
    private final ActorContext session;
    private final TicketStorage storage;
    private final ExecutionSettings parts;
    private final PastTicket past;
    private final PastTickets tickets;
    private final AutomationJudge judge;
    private final ExecutionFields.Words words;

    public DryRunReader(ActorContext session) {
        this.session = session;
        this.storage = session.storage();
        this.parts = ExecutionSettings.of(session.parts);
        StatusBook statuses = session.catalogue().statuses();
        this.past = new PastTicket(storage, statuses);
        this.tickets = new PastTickets(storage, session.tenant, past, AutomationConsumer::canStart);
        this.words = new ExecutionFields.Words(parts, session.tenant);
        this.judge = AutomationJudge.ofPast(storage, past);
    }

    /** Tries it on events, until there are as many matches as wanted. */
    public DryRun over(Automation automation, InstantRange range, int mostMatches) {
        List<DryRun.Match> matches = new ArrayList<>();
        long examined = 0;
        for (List<TicketEvent> page : EventPages.pagesBetween(storage.events(), session.tenant, range)) {
            tickets.read(page);
            for (TicketEvent event : page) {
                if (matches.size() == mostMatches) {
                    return new DryRun(matches, examined, false);
                }
                Optional<Occurrence> occurrence = occurrence(event);
                examined += occurrence.isPresent() ? 1 : 0;
                occurrence.flatMap(found -> match(automation, event, found)).ifPresent(matches::add);
            }
        }
        return new DryRun(matches, examined, true);
    }

    /** Tries it on a firing; empty when it would not run. */
    public List<DryRun.Step> of(Automation automation, Fire command) {
        if (command.contact() == null) {
            throw new RefusedException("contact", "is required");
        }
        Occurrence occurrence = new FiringBody(command, session.actor, null).occurrence(session.tenant, new UUID(0, 0));
        return runs(automation, occurrence) ? steps(automation, occurrence) : List.of();
    }

    private Optional<DryRun.Match> match(Automation automation, TicketEvent event, Occurrence occurrence) {
        return runs(automation, occurrence)
                ? Optional.of(new DryRun.Match(event, steps(automation, occurrence)))
                : Optional.empty();
    }

    private Optional<Occurrence> occurrence(TicketEvent event) {
        if (!AutomationConsumer.canStart(event)) {
            return Optional.empty();
        }
        return tickets.present(event)
                .filter(now -> now.deletedAt() == null && now.erasedAt() == null && session.access.isVisible(now))
                .map(now -> Occurrence.of(event, tickets.after(event, now), past.statusBefore(event)));
    }

    private boolean runs(Automation automation, Occurrence occurrence) {
        // Whoever tries an automation wants to know before enabling it.
        Automation enabled = automation.toBuilder().enabled(true).build();
        return judge.decide(occurrence, List.of(enabled), Instant.EPOCH).stream()
                .anyMatch(run -> run.state() == ExecutionState.RUNNING);
    }

    private List<DryRun.Step> steps(Automation automation, Occurrence occurrence) {
        return new StepPreviews(parts, occurrence, words)
                .of(automation).stream()
                        .map(step -> new DryRun.Step(step.kind(), step.values(), step.problem()))
                        .toList();
    }
}
