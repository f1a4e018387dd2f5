package dev.ticketkit.benchmarks.report;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the results came about. */
public final class Facts {
    private final Map<String, String> facts;

    private Facts(Map<String, String> facts) {
        this.facts = facts;
    }

    /** Facts by name, in their order, and the day. */
    public static Facts of(Map<String, String> facts, LocalDate day) {
        Map<String, String> all = new LinkedHashMap<>(facts);
        all.put("day", day.toString());
        return new Facts(all);
    }

    /** One line each. */
    public List<String> lines() {
        return facts.entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .toList();
    }
}
