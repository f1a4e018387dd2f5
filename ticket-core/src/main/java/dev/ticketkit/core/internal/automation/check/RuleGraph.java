package dev.ticketkit.core.internal.automation.check;

import dev.ticketkit.core.internal.automation.check.Rule.Move;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rules can start which, as far as they can go on without end. A rule that is started by none of those left is taken out, until none
 * is. In what status a ticket is when a rule comes to it depends on the other rules: each of those left may have set it meanwhile.
 */
final class RuleGraph {
    private final List<Rule> rules;
    private final BitSet left = new BitSet();
    private final List<BitSet> started = new ArrayList<>();

    RuleGraph(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        left.set(0, rules.size());
        int before;
        do {
            before = left.cardinality();
            connect();
            takeOutWhatIsNotStarted();
        } while (left.cardinality() < before);
    }

    /** The rules that can start each other without end; empty when every chain of them ends. */
    BitSet endless() {
        return (BitSet) left.clone();
    }

    /** The endless ones that a rule can start. */
    BitSet startedBy(int rule) {
        return started.get(rule);
    }

    private void connect() {
        BitSet meanwhile = setByThoseLeft();
        BitSet onOpening = new BitSet();
        left.stream().filter(i -> rules.get(i).startsOnOpening()).forEach(onOpening::set);
        // Rules of a desk are much alike; each kind of move is compared with all of them once.
        Map<Move, BitSet> known = new HashMap<>();
        started.clear();
        for (int i = 0; i < rules.size(); i++) {
            BitSet next = new BitSet();
            if (left.get(i)) {
                rules.get(i)
                        .moves()
                        .forEach(move -> next.or(known.computeIfAbsent(onTop(move, meanwhile), this::startedOn)));
                if (rules.get(i).opens()) {
                    next.or(onOpening);
                }
            }
            started.add(next);
        }
    }

    private BitSet setByThoseLeft() {
        BitSet set = new BitSet();
        left.stream().forEach(i -> set.or(rules.get(i).sets()));
        return set;
    }

    private static Move onTop(Move move, BitSet meanwhile) {
        BitSet from = (BitSet) move.from().clone();
        from.or(meanwhile);
        return new Move(from, move.to());
    }

    private BitSet startedOn(Move move) {
        BitSet on = new BitSet();
        left.stream().filter(i -> rules.get(i).startsOn(move)).forEach(on::set);
        return on;
    }

    private void takeOutWhatIsNotStarted() {
        int[] starters = new int[rules.size()];
        left.stream().forEach(i -> started.get(i).stream().forEach(next -> starters[next]++));
        int[] out = left.stream().filter(i -> starters[i] == 0).toArray();
        while (out.length > 0) {
            Arrays.stream(out).forEach(left::clear);
            out = Arrays.stream(out)
                    .flatMap(i -> started.get(i).stream())
                    .filter(next -> --starters[next] == 0)
                    .toArray();
        }
        started.forEach(next -> next.and(left));
    }
}
