package dev.ticketkit.core.internal.automation.check;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Starter.StatusChanged;
import dev.ticketkit.core.automation.Starter.TicketCreated;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.automation.Step.OpenStep;
import dev.ticketkit.core.automation.Step.UpdateStep;
import dev.ticketkit.core.template.Template;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.text.TextRule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What matters of an automation for what starts what. One that is started by several statuses can be split into one rule for each, because
 * in what status its ticket is decides what its steps change.
 */
final class Rule {
    /** A step that sets a status: on a ticket in one of some, to one of some. */
    record Move(BitSet from, BitSet to) {}

    private final Automation automation;
    private final StatusSets statuses;
    private final boolean startsOnOpening;
    private final BitSet startsFrom;
    private final BitSet startsTo;
    private final List<Move> moves = new ArrayList<>();
    private boolean opens;

    private Rule(Automation automation, StatusSets statuses, BitSet startsFrom, BitSet startsTo) {
        this.automation = automation;
        this.statuses = statuses;
        this.startsFrom = startsFrom;
        this.startsTo = startsTo;
        this.startsOnOpening = automation.starter() instanceof TicketCreated;
        BitSet now = automation.starter() instanceof StatusChanged ? startsTo : statuses.all();
        for (Step step : automation.steps()) {
            now = after(step, now);
        }
    }

    static Rule of(Automation automation, StatusSets statuses) {
        return automation.starter() instanceof StatusChanged changed
                ? new Rule(automation, statuses, statuses.of(changed.from()), statuses.of(changed.to()))
                : new Rule(automation, statuses, statuses.none(), statuses.none());
    }

    /** The same as several rules, each of which one of some statuses starts; what starts otherwise stays whole. */
    Stream<Rule> split(BitSet some) {
        return startsTo.isEmpty()
                ? Stream.of(this)
                : common(startsTo, some).stream()
                        .mapToObj(status -> new Rule(automation, statuses, startsFrom, statuses.of(status)));
    }

    /** Every status it sets. */
    BitSet sets() {
        BitSet all = statuses.none();
        moves.forEach(move -> all.or(move.to()));
        return all;
    }

    String id() {
        return automation.id();
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
            return isNone(open.status()) ? statuses.of("open") : set(open.status());
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
        // Should the other ticket be the run's, its status is among those that are set meanwhile.
        return now;
    }

    private static boolean isNone(@Nullable String text) {
        return text == null || TextRule.isBlank(text);
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
