package dev.ticketkit.core.automation.check;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Fired;
import dev.ticketkit.core.automation.OpenStep;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.StatusChanged;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.automation.TicketCreated;
import dev.ticketkit.core.automation.UpdateStep;
import dev.ticketkit.core.field.Template;
import dev.ticketkit.spi.error.RefusedException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What matters of an automation for what starts what. */
final class Rule {
    /** A step that sets a status: on a ticket in one of some, to one of some. */
    record Move(BitSet from, BitSet to) {}

    private final StatusSets statuses;
    private final String id;
    private final boolean startsOnOpening;
    private final BitSet startsFrom;
    private final BitSet startsTo;
    private final List<Move> moves = new ArrayList<>();
    private boolean opens;

    Rule(Automation automation, StatusSets statuses) {
        this.statuses = statuses;
        this.id = automation.id();
        Starter starter = automation.starter();
        this.startsOnOpening = starter instanceof TicketCreated;
        StatusChanged changed = starter instanceof StatusChanged each ? each : null;
        this.startsFrom = changed == null ? statuses.none() : statuses.of(changed.from());
        this.startsTo = changed == null ? statuses.none() : statuses.of(changed.to());
        BitSet now = starter instanceof Fired || changed == null ? statuses.all() : statuses.of(changed.to());
        for (Step step : automation.steps()) {
            now = after(step, now);
        }
    }

    String id() {
        return id;
    }

    boolean opens() {
        return opens;
    }

    boolean startsOnOpening() {
        return startsOnOpening;
    }

    List<Move> moves() {
        return moves;
    }

    /** Whether a change between two different ones of these can start it. */
    boolean startsOn(Move move) {
        BitSet from = common(startsFrom, move.from());
        BitSet to = common(startsTo, move.to());
        boolean same = from.cardinality() == 1 && from.equals(to);
        return !from.isEmpty() && !to.isEmpty() && !same;
    }

    private static BitSet common(BitSet some, BitSet others) {
        BitSet both = (BitSet) some.clone();
        both.and(others);
        return both;
    }

    /** Takes note of a step and says in which statuses the run's ticket can be after it. */
    private BitSet after(Step step, BitSet now) {
        if (step instanceof OpenStep open) {
            opens = true;
            return open.status() == null || open.status().isEmpty() ? statuses.of("open") : set(open.status());
        }
        if (!(step instanceof UpdateStep update)
                || update.status() == null
                || update.status().isEmpty()) {
            return now;
        }
        BitSet to = set(update.status());
        if (UpdateStep.RUNS_TICKET.equals(update.ticket())) {
            moves.add(new Move(now, to));
            return to;
        }
        moves.add(new Move(statuses.all(), to));
        // The other ticket may be the run's, by its reference.
        BitSet either = (BitSet) now.clone();
        either.or(to);
        return either;
    }

    private BitSet set(@Nullable String text) {
        try {
            Template template = Template.parse(text == null ? "" : text);
            return template.fields().isEmpty() ? statuses.of(text) : statuses.all();
        } catch (RefusedException e) {
            // Saved under other rules: nothing is known of it.
            return statuses.all();
        }
    }
}
