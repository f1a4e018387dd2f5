package dev.ticketkit.core.internal.automation.check;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Starter.StatusChanged;
import dev.ticketkit.core.automation.Starter.TicketCreated;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.automation.Step.OpenStep;
import dev.ticketkit.core.automation.Step.UpdateStep;
import dev.ticketkit.spi.model.Status;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What enabled automations would do, played through: every event in turn, its automations in order, each step on the ticket as it is. */
final class Simulation {
    /** More events than any chain of so few automations that ends. */
    private static final int MANY = 3_000;

    private record Event(int ticket, Status before, Status after) {}

    private final List<Automation> automations;
    private final List<Status> tickets = new ArrayList<>();
    private final Deque<Event> events = new ArrayDeque<>();

    private Simulation(List<Automation> automations) {
        this.automations = automations;
    }

    /** Whether any first event leads to others without end. */
    static boolean isEndless(List<Automation> automations) {
        for (Status first : Status.predefined()) {
            if (new Simulation(automations).runsOn(first, null)) {
                return true;
            }
            for (Status second : Status.predefined()) {
                if (!second.equals(first) && new Simulation(automations).runsOn(second, first)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean runsOn(Status now, Status before) {
        tickets.add(now);
        events.add(new Event(0, before, now));
        for (int handled = 0; handled < MANY; handled++) {
            Event event = events.poll();
            if (event == null) {
                return false;
            }
            automations.stream().filter(each -> starts(each, event)).forEach(each -> run(each, event.ticket()));
        }
        return true;
    }

    private static boolean starts(Automation automation, Event event) {
        if (automation.starter() instanceof TicketCreated) {
            return event.before() == null;
        }
        return event.before() != null
                && automation.starter() instanceof StatusChanged changed
                && changed.matches(event.before(), event.after());
    }

    private void run(Automation automation, int of) {
        int ticket = of;
        for (Step step : automation.steps()) {
            if (step instanceof OpenStep open) {
                ticket = tickets.size();
                Status status = open.status() == null ? Status.OPEN : status(open.status());
                tickets.add(status);
                events.add(new Event(ticket, null, status));
            } else if (step instanceof UpdateStep update && update.status() != null) {
                // A reference without fields names the first ticket here.
                set(update.ticket().equals(UpdateStep.RUNS_TICKET) ? ticket : 0, status(update.status()));
            }
        }
    }

    private void set(int ticket, Status status) {
        Status before = tickets.set(ticket, status);
        if (!before.equals(status)) {
            events.add(new Event(ticket, before, status));
        }
    }

    private static Status status(String key) {
        return Status.predefined().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
