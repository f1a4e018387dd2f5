package dev.ticketkit.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** The results as a table for a terminal, which is a table of Markdown too. */
public final class ResultTable {
    private static final List<String> TITLES = List.of("name", "ours", "peer", "ratio", "goal", "met");

    private ResultTable() {}

    /** The lines, titles first. */
    public static List<String> lines(List<Result> results) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(TITLES);
        results.forEach(result -> rows.add(cells(result)));
        int[] widths = widths(rows);
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(line(row, widths)));
        lines.add(1, rule(widths));
        return lines;
    }

    /** One result in one line: {@code open, 1 caller, …: 1,859 /s against 989 /s, 1.88x, goal 1.50x: yes}. */
    public static String line(Result result) {
        List<String> cells = cells(result);
        return cells.get(0) + ": " + cells.get(1) + " against " + cells.get(2) + ", " + cells.get(3) + ", goal "
                + cells.get(4) + ": " + cells.get(5);
    }

    private static List<String> cells(Result result) {
        return List.of(
                result.name(),
                Numbers.figure(result.ours(), result.unit()),
                Numbers.figure(result.peer(), result.unit()),
                Numbers.ratio(result.ratio()),
                Numbers.goal(result.goal()),
                Numbers.met(result.met()));
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[TITLES.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder("|");
        for (int i = 0; i < widths.length; i++) {
            String blanks = " ".repeat(widths[i] - row.get(i).length());
            line.append(' ').append(row.get(i)).append(blanks).append(" |");
        }
        return line.toString();
    }

    private static String rule(int[] widths) {
        StringBuilder line = new StringBuilder("|");
        for (int width : widths) {
            line.append(' ').append("-".repeat(width)).append(" |");
        }
        return line.toString();
    }
}
