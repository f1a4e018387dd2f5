package dev.ticketkit.core.internal.automation.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/** Finds ways from a rule back to itself. Of several shortest ones always the same: rules are visited in order of their ids. */
final class Cycles {
    private static final int NOT_REACHED = -1;

    private final List<Rule> rules;
    private final RuleGraph graph;

    /** @param rules in order of id */
    Cycles(List<Rule> rules) {
        this.rules = rules;
        this.graph = new RuleGraph(rules);
    }

    /** The ids of a shortest cycle through an automation, that one first and last; empty when there is none. */
    List<String> through(String id) {
        return IntStream.range(0, rules.size())
                .filter(i -> rules.get(i).id().equals(id))
                .mapToObj(this::throughRule)
                .filter(path -> !path.isEmpty())
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    /** A cycle through an automation, else any; empty when there is none. */
    List<String> preferring(String id) {
        List<String> through = through(id);
        return through.isEmpty() && !graph.endless().isEmpty() ? throughRule(someOnACycle()) : through;
    }

    /** Every endless rule is started by one of them, so going back from any comes to one a second time. */
    private int someOnACycle() {
        BitSet endless = graph.endless();
        BitSet seen = new BitSet();
        int rule = endless.nextSetBit(0);
        while (!seen.get(rule)) {
            seen.set(rule);
            int next = rule;
            rule = endless.stream()
                    .filter(i -> graph.startedBy(i).get(next))
                    .findFirst()
                    .orElseThrow();
        }
        return rule;
    }

    private List<String> throughRule(int start) {
        int[] reachedFrom = new int[rules.size()];
        Arrays.fill(reachedFrom, NOT_REACHED);
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty() && reachedFrom[start] == NOT_REACHED) {
            int rule = open.remove();
            graph.startedBy(rule).stream()
                    .filter(next -> reachedFrom[next] == NOT_REACHED)
                    .forEach(next -> {
                        reachedFrom[next] = rule;
                        open.add(next);
                    });
        }
        return reachedFrom[start] == NOT_REACHED ? List.of() : path(start, reachedFrom);
    }

    private List<String> path(int start, int[] reachedFrom) {
        Deque<Integer> path = new ArrayDeque<>(List.of(start));
        for (int rule = reachedFrom[start]; rule != start; rule = reachedFrom[rule]) {
            path.push(rule);
        }
        path.push(start);
        return names(path);
    }

    /** Rules of one automation after each other are named once, though a cycle names it at both ends. */
    private List<String> names(Iterable<Integer> path) {
        List<String> names = new ArrayList<>();
        for (int rule : path) {
            String id = rules.get(rule).id();
            if (names.isEmpty() || !names.get(names.size() - 1).equals(id)) {
                names.add(id);
            }
        }
        if (names.size() == 1) {
            names.add(names.get(0));
        }
        return names;
    }
}
