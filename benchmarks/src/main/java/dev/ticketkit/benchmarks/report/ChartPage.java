package dev.ticketkit.benchmarks.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The results as a page with bars: one file, no scripts, nothing fetched. */
public final class ChartPage {
    private static final String STYLE = "benchmarks.css";

    private final List<Result> results;
    private final Facts facts;

    private ChartPage(List<Result> results, Facts facts) {
        this.results = results;
        this.facts = facts;
    }

    /** The page. */
    public static String of(List<Result> results, Facts facts) {
        ChartPage page = new ChartPage(results, facts);
        return head() + page.body();
    }

    private static String head() {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <title>Ticketkit benchmarks</title>
                <style>
                %s</style>
                </head>
                """.formatted(style());
    }

    private String body() {
        return """
                <body>
                <header>
                <p class="eyebrow">Ticketkit benchmarks</p>
                <h1>%s</h1>
                <p class="period">Each bar begins at the goal: to the right is better than the goal, to the left is short of it. The
                scale is logarithmic; a grid line is a factor of two. Numbers are medians, ranges of the rounds in brackets.</p>
                </header>
                <main>
                %s</main>
                <footer>
                %s</footer>
                </body>
                </html>
                """.formatted(headline(), cards(), footer());
    }

    private String headline() {
        long met = results.stream().filter(Result::met).count();
        return met + " of " + results.size() + " goals reached";
    }

    private String cards() {
        Map<String, List<Result>> byBenchmark = new LinkedHashMap<>();
        results.forEach(result -> byBenchmark
                .computeIfAbsent(benchmark(result), name -> new ArrayList<>())
                .add(result));
        GoalBar bar = new GoalBar(results);
        return byBenchmark.entrySet().stream()
                .map(each -> card(each.getKey(), each.getValue(), bar))
                .collect(Collectors.joining());
    }

    private static String card(String name, List<Result> results, GoalBar bar) {
        String title = Html.escape(name);
        return """
                <section class="card" aria-labelledby="%1$s">
                <h2 id="%1$s">%1$s</h2>
                <table class="bars"><caption>%1$s</caption>
                <thead><tr><th scope="col">Comparison</th><td></td><th scope="col" class="num">Ours</th>\
                <th scope="col" class="num">Peer or limit</th><th scope="col" class="num">Ratio</th>\
                <th scope="col" class="num">Goal</th><th scope="col" class="num">Met</th></tr></thead>
                <tbody>
                %2$s</tbody></table>
                </section>
                """.formatted(title, results.stream().map(each -> row(each, bar)).collect(Collectors.joining()));
    }

    private static String row(Result result, GoalBar bar) {
        String name = result.name().substring(result.name().indexOf(',') + 1).strip();
        return "<tr><th scope=\"row\">" + Html.escape(name) + "</th><td class=\"bar\">" + bar.svg(result) + "</td>"
                + cell(Numbers.figure(result.ours(), result.unit()))
                + cell(Numbers.figure(result.peer(), result.unit()))
                + cell(Numbers.ratio(result.ratio()))
                + cell(Numbers.goal(result.goal()))
                + cell(Numbers.met(result.met()))
                + "</tr>\n";
    }

    private static String cell(String text) {
        return "<td class=\"num\">"
                + Html.escape(text).replace(" (", "<small> (").replace(")", ")</small>") + "</td>";
    }

    private String footer() {
        return facts.lines().stream()
                .map(line -> "<p>" + Html.escape(line) + "</p>\n")
                .collect(Collectors.joining());
    }

    private static String benchmark(Result result) {
        return result.name().substring(0, result.name().indexOf(','));
    }

    private static String style() {
        try (InputStream css = ChartPage.class.getResourceAsStream(STYLE)) {
            return new String(Objects.requireNonNull(css, STYLE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + STYLE, e);
        }
    }
}
