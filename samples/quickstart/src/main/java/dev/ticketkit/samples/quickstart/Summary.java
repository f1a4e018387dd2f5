package dev.ticketkit.samples.quickstart;

import dev.ticketkit.samples.quickstart.page.ReportFacts;
import dev.ticketkit.samples.quickstart.report.Figures;
import dev.ticketkit.samples.quickstart.report.Numbers;
import dev.ticketkit.samples.quickstart.report.StatisticsTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a person reads in the terminal. */
final class Summary {
    private Summary() {}

    static List<String> lines(DemoResult result) {
        Figures figures = result.figures();
        ReportFacts facts = result.facts();
        List<String> lines = new ArrayList<>();
        lines.add("Ticketkit: " + facts.source() + ", " + facts.period());
        lines.add("");
        lines.addAll(StatisticsTable.lines(figures));
        lines.add("Reopened   " + Numbers.count(figures.all().reopenings(), "time", "times")
                + "; tickets entered Resolved " + Numbers.count(figures.resolutions(), "time", "times"));
        lines.add("Told       " + facts.people());
        lines.add("Store      " + facts.store());
        lines.add("Replay     " + facts.pace() + "; all told " + facts.delay() + " later");
        lines.add("Checked    " + facts.check(figures.tickets()));
        lines.add("Report     " + shown(result.report()));
        return lines;
    }

    /** The shorter way to it, seen from where the demo was started. */
    private static Path shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path there = file.toAbsolutePath().normalize();
        return there.startsWith(here) ? here.relativize(there) : there;
    }
}
