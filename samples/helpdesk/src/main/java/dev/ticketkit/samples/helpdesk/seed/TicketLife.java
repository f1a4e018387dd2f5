package dev.ticketkit.samples.helpdesk.seed;

import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.desk.TicketHandle;
import dev.ticketkit.samples.helpdesk.team.Account;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** What happens to one ticket, each thing at its time, until now. */
final class TicketLife {
    private static final List<String> ANSWERS = List.of(
            "We are looking into it and will write again today.",
            "Ce ne stiamo occupando, la aggiorniamo entro domani.",
            "Hemos preguntado al almacén; le avisamos en cuanto respondan.",
            "Could you send us a photo, please?");
    private static final List<String> ASIDES = List.of(
            "Called the warehouse: they will count again tomorrow morning.",
            "Cliente abituale, trattare con riguardo.",
            "Same fault as last week's, see the batch number.",
            "Il corriere ha aperto una pratica.");

    private final TicketDesk desk;
    private final String tenant;
    private final Random random;
    private final Instant now;

    TicketLife(TicketDesk desk, String tenant, Random random, Instant now) {
        this.desk = desk;
        this.tenant = tenant;
        this.random = random;
        this.now = now;
    }

    /**
     * Lives it.
     *
     * @param opener who opens it
     * @param head who gives it to its owner
     */
    void live(OpenTicket command, Actor opener, Account head, Account operator, Instant opened) {
        Ticket ticket = desk.as(tenant, opener).at(opened).open(command).ticket();
        Instant taken = later(opened, 10, 300);
        at(
                taken,
                head,
                ticket,
                handle -> handle.change(ChangeTicket.builder()
                        .owner(operator.party())
                        .status(Status.IN_PROGRESS)
                        .build()));
        Instant answered = later(taken, 5, 240);
        at(answered, operator, ticket, handle -> handle.addPublicNote(one(ANSWERS)));
        Instant put = later(answered, 20, 600);
        if (random.nextInt(3) == 0) {
            at(put, operator, ticket, handle -> handle.addInternalNote(one(ASIDES)));
        }
        if (random.nextInt(4) == 0) {
            String status = random.nextBoolean() ? Status.WAITING.key() : "with-courier";
            at(
                    put,
                    operator,
                    ticket,
                    handle ->
                            handle.change(ChangeTicket.builder().status(status).build()));
        }
        end(ticket, operator, later(put, 60, 8 * 24 * 60));
    }

    private void end(Ticket ticket, Account operator, Instant solved) {
        if (random.nextInt(5) < 2) {
            return;
        }
        String status = random.nextInt(12) == 0 ? "refunded" : Status.RESOLVED.key();
        at(
                solved,
                operator,
                ticket,
                handle -> handle.change(ChangeTicket.builder().status(status).build()));
        if (random.nextInt(15) == 0) {
            at(later(solved, 60, 3_000), operator, ticket, TicketHandle::reopen);
            at(later(solved, 4_000, 9_000), operator, ticket, TicketHandle::resolve);
        } else if (random.nextBoolean()) {
            at(later(solved, 2_000, 9_000), operator, ticket, handle -> handle.status(Status.CLOSED));
        }
    }

    /** Does what has happened by now. */
    private void at(Instant instant, Account operator, Ticket ticket, Consumer<TicketHandle> what) {
        if (instant.isBefore(now)) {
            what.accept(desk.as(tenant, operator.actor()).at(instant).ticket(ticket.id()));
        }
    }

    private Instant later(Instant instant, int fewest, int most) {
        return instant.plus(Duration.ofMinutes(fewest + random.nextInt(most - fewest)));
    }

    private String one(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
