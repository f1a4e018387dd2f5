package dev.ticketkit.samples.quickstart.page;

import dev.ticketkit.samples.quickstart.report.Figures;
import dev.ticketkit.samples.quickstart.report.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A page a manager can be sent: one file, no scripts, nothing fetched. */
public final class HtmlReport {
    private static final String STYLE = "report.css";

    private final Figures figures;
    private final ReportFacts facts;

    private HtmlReport(Figures figures, ReportFacts facts) {
        this.figures = figures;
        this.facts = facts;
    }

    /** The page. */
    public static String of(Figures figures, ReportFacts facts) {
        HtmlReport report = new HtmlReport(figures, facts);
        return report.head() + report.body();
    }

    private String head() {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <title>Help desk report: %s</title>
                <style>
                %s</style>
                </head>
                """.formatted(Html.escape(facts.source()), style());
    }

    private String body() {
        return """
                <body>
                <header>
                <p class="eyebrow">Help desk report</p>
                <h1>%s</h1>
                <p class="period"><bdi>%s</bdi>, %s</p>
                </header>
                <main>
                %s</main>
                %s</body>
                </html>
                """.formatted(
                        Html.escape(headline()),
                        Html.escape(facts.source()),
                        Html.escape(facts.period()),
                        sections(),
                        footer());
    }

    private String sections() {
        CategoryCards categories = new CategoryCards(figures);
        StateCards states = new StateCards(figures);
        return KeyFigures.html(figures, facts.told())
                + MonthCard.html(figures.months(), facts.lastDay())
                + categories.shares()
                + categories.closingTimes()
                + states.statuses()
                + states.priorities();
    }

    private String headline() {
        long done = figures.tickets() - figures.stillOpen();
        String tickets = Numbers.count(done) + " of " + Numbers.count(figures.tickets(), "ticket", "tickets") + " done";
        Double hours = figures.all().closingTime().meanHours();
        return hours == null ? tickets : tickets + ", after " + Numbers.duration(hours) + " on average";
    }

    private String footer() {
        return """
                <footer>
                <p>%s: %s.</p>
                <p>Told meanwhile: %s.</p>
                <p>Kept in %s. Replayed by Ticketkit: %s. All times are UTC.</p>
                </footer>
                """.formatted(
                        facts.checked() ? "Checked" : "Warning",
                        Html.escape(facts.check(figures.tickets())),
                        Html.escape(facts.people()),
                        Html.escape(facts.store()),
                        Html.escape(facts.pace()));
    }

    private static String style() {
        try (InputStream css = HtmlReport.class.getResourceAsStream(STYLE)) {
            return new String(Objects.requireNonNull(css, STYLE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + STYLE, e);
        }
    }
}
