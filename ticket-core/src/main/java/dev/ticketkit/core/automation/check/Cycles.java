package dev.ticketkit.core.automation.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

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

    /** The ids of a shortest cycle through a rule, that rule first and last; empty when there is none. */
    List<String> through(String id) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).id().equals(id)) {
                return throughRule(i);
            }
        }
        return List.of();
    }

    /** A cycle through a rule, else any; empty when there is none. */
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
        List<String> ids = new ArrayList<>(List.of(rules.get(start).id()));
        for (int rule = reachedFrom[start]; rule != start; rule = reachedFrom[rule]) {
            ids.add(rules.get(rule).id());
        }
        ids.add(rules.get(start).id());
        Collections.reverse(ids);
        return ids;
    }
}
