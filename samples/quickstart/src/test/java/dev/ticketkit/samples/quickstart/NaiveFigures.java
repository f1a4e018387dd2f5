package dev.ticketkit.samples.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The figures of a log without quoted fields, counted from its lines alone: nothing here is shared with what is tested. */
final class NaiveFigures {
    private static final Set<String> DONE =
            Set.of("Resolve ticket", "Closed", "RESOLVED", "VERIFIED", "INVALID", "DUPLICATE");
    private static final Map<String, String> PRIORITIES =
            Map.of("Value 1", "LOW", "Value 2", "MEDIUM", "Value 3", "HIGH", "Value 4", "URGENT");
    private static final Map<String, String> LABELS = Map.of(
            "Resolve ticket", "Resolved",
            "RESOLVED", "Bug resolved",
            "VERIFIED", "Bug verified",
            "INVALID", "Bug invalid",
            "DUPLICATE", "Bug duplicate");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss.SSS");

    final Map<String, Long> opened = new HashMap<>();
    final Map<String, Long> closed = new HashMap<>();
    final Map<String, Double> hours = new HashMap<>();
    final Map<String, Long> statuses = new HashMap<>();
    final Map<String, Long> priorities = new HashMap<>();
    final Map<String, Long> openPriorities = new HashMap<>();
    long tickets;
    long stillOpen;
    long reopenings;
    long resolutions;
    long recorded;

    static NaiveFigures of(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        List<String> titles = List.of(lines.get(0).split(",", -1));
        Map<String, List<Map<String, String>>> cases = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < fields.length; i++) {
                row.putIfAbsent(titles.get(i), fields[i]);
            }
            cases.computeIfAbsent(row.get("Case ID"), id -> new ArrayList<>()).add(row);
        }
        NaiveFigures figures = new NaiveFigures();
        cases.values().forEach(figures::add);
        return figures;
    }

    double meanHours() {
        return sum(hours) / closed.values().stream().mapToLong(Long::longValue).sum();
    }

    private void add(List<Map<String, String>> rows) {
        String product = rows.get(0).get("product");
        String priority = PRIORITIES.get(rows.get(0).get("seriousness_2"));
        tickets++;
        recorded++;
        opened.merge(product, 1L, Long::sum);
        priorities.merge(priority, 1L, Long::sum);
        int doneSince = rows.size();
        for (int i = rows.size() - 1; i >= 0 && isDone(rows.get(i)); i--) {
            doneSince = i;
        }
        for (int i = 1; i < rows.size(); i++) {
            boolean changed = !activity(rows.get(i)).equals(activity(rows.get(i - 1)));
            boolean handedOver =
                    !rows.get(i).get("Resource").equals(rows.get(i - 1).get("Resource"));
            recorded += changed || handedOver ? 1 : 0;
            resolutions += changed && activity(rows.get(i)).equals("Resolve ticket") ? 1 : 0;
            reopenings += isDone(rows.get(i - 1)) && !isDone(rows.get(i)) ? 1 : 0;
        }
        String last = activity(rows.get(rows.size() - 1));
        statuses.merge(LABELS.getOrDefault(last, last), 1L, Long::sum);
        if (doneSince == rows.size()) {
            stillOpen++;
            openPriorities.merge(priority, 1L, Long::sum);
        } else {
            closed.merge(product, 1L, Long::sum);
            Duration took = Duration.between(time(rows.get(0)), time(rows.get(doneSince)));
            hours.merge(product, took.toMillis() / 3_600_000.0, Double::sum);
        }
    }

    private static boolean isDone(Map<String, String> row) {
        return DONE.contains(activity(row));
    }

    private static String activity(Map<String, String> row) {
        return row.get("Activity");
    }

    private static LocalDateTime time(Map<String, String> row) {
        return LocalDateTime.parse(row.get("Complete Timestamp"), TIME);
    }

    private static double sum(Map<String, Double> values) {
        return values.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
