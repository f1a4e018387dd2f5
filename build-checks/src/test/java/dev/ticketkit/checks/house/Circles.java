package dev.ticketkit.checks.house;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Packages of one module that can be reached from themselves. */
final class Circles {
    private final Map<String, Set<String>> arrows = new TreeMap<>();

    private Circles(SourceTree house, String module) {
        house.packages(module).forEach((name, files) -> {
            Set<String> named = arrows.computeIfAbsent(name, each -> new TreeSet<>());
            files.forEach(file -> named.addAll(file.packagesNamed()));
        });
    }

    /** The packages that are in a circle; empty when all arrows lead down. */
    static Set<String> of(SourceTree house, String module) {
        Circles circles = new Circles(house, module);
        Set<String> found = new TreeSet<>(circles.arrows.keySet());
        found.removeIf(name -> !circles.reached(name).contains(name));
        return found;
    }

    private Set<String> reached(String start) {
        Set<String> seen = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(arrows.getOrDefault(start, Set.of()));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (seen.add(next)) {
                open.addAll(arrows.getOrDefault(next, Set.of()));
            }
        }
        return seen;
    }
}
