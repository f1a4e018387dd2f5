package dev.ticketkit.samples.quickstart;

import dev.ticketkit.samples.quickstart.page.ReportFacts;
import dev.ticketkit.samples.quickstart.report.Figures;
import java.nio.file.Path;
import java.util.List;

/**
 * What came of a run.
 *
 * @param figures what the desk's statistics say
 * @param facts how they came about
 * @param differences where a count of every ticket, or the log, says something else; none when all is well
 * @param report where the page is
 */
record DemoResult(Figures figures, ReportFacts facts, List<String> differences, Path report) {
    DemoResult {
        differences = List.copyOf(differences);
    }
}
