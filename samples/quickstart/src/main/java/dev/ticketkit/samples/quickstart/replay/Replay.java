package dev.ticketkit.samples.quickstart.replay;

import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.samples.quickstart.log.LogEvent;
import dev.ticketkit.samples.quickstart.log.LogException;
import dev.ticketkit.samples.quickstart.log.LogReader;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.error.TakenException;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.TenantId;
import jakarta.validation.ConstraintViolationException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/** Lives through a log again: the first event of a case opens a ticket, each further one changes its status and owner. */
public final class Replay {
    private static final Actor IMPORTER = Actor.host("quickstart");

    private final TicketDesk desk;
    private final TenantId tenant;
    private final ActivityStatuses statuses;
    private final Map<String, ReplayedCase> cases = new HashMap<>();
    private final EntryCount entries = new EntryCount();

    /** A replay into a tenant that has no tickets yet. */
    public Replay(TicketDesk desk, TenantId tenant) {
        this.desk = desk;
        this.tenant = tenant;
        this.statuses = new ActivityStatuses(desk.as(tenant, IMPORTER).catalogue());
    }

    /**
     * Replays every event at its own instant, in the order of the file.
     *
     * @param progress told how many events are done, after each
     * @return what the log itself says, to hold the desk's statistics against
     * @throws LogException when the desk refuses what a line says
     */
    public EntryCount run(LogReader log, LongConsumer progress) {
        log.forEach(event -> {
            try {
                apply(event);
            } catch (RefusedException | TakenException | ConstraintViolationException e) {
                throw new LogException(log.file(), event.line(), "the desk refuses this event: " + e.getMessage());
            }
            progress.accept(entries.events());
        });
        return entries;
    }

    private void apply(LogEvent event) {
        Status status = statuses.of(event.activity());
        ActorDesk operator = desk.as(tenant, Actor.operator(event.resource())).at(event.at());
        ReplayedCase known = cases.get(event.caseId());
        if (known == null) {
            cases.put(event.caseId(), open(operator, event, status));
            entries.opened();
        } else {
            change(operator, known, event, status);
            ReplayedCase now = known.in(status, event.resource());
            entries.moved(known, now);
            cases.put(event.caseId(), now);
        }
    }

    private static ReplayedCase open(ActorDesk operator, LogEvent event, Status status) {
        OpenTicket command = OpenTicket.builder()
                .reference(event.caseId())
                .title(event.caseId() + ": " + event.activity())
                .contact(Contact.of(event.customer(), event.customer()))
                .category(event.product().isEmpty() ? null : event.product())
                .priority(event.priority())
                .status(status.key())
                .owner(owner(event))
                .build();
        return new ReplayedCase(operator.open(command).ticket().id(), status, event.resource());
    }

    private static void change(ActorDesk operator, ReplayedCase known, LogEvent event, Status status) {
        ChangeTicket command =
                ChangeTicket.builder().status(status.key()).owner(owner(event)).build();
        operator.ticket(known.id()).change(command);
    }

    private static Party owner(LogEvent event) {
        return new Party(event.resource(), event.resource());
    }
}
