package dev.ticketkit.samples.quickstart.page;

import static dev.ticketkit.samples.quickstart.log.LogFiles.log;
import static dev.ticketkit.samples.quickstart.log.LogFiles.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.samples.quickstart.delivery.Sent;
import dev.ticketkit.samples.quickstart.delivery.Told;
import dev.ticketkit.samples.quickstart.log.LogReader;
import dev.ticketkit.samples.quickstart.log.LogSummary;
import dev.ticketkit.samples.quickstart.replay.Replay;
import dev.ticketkit.samples.quickstart.report.Figures;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.testkit.MemoryStorage;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class HtmlReportTest {
    private static final TenantId TENANT = new TenantId("page");
    private static final String HOSTILE = "<script>alert('x')</script>&\"";

    private static final Told NOTIFIED = new Told(new Sent(1_234, 3, 0), new Sent(1, 1, 0), List.of(), Duration.ZERO);

    @TempDir
    Path folder;

    @Test
    void escapesEveryTextFromTheLog() {
        String page = page(row("Case 1", HOSTILE, "Anna", "2012/10/09 14:00:00.000", "Acme", HOSTILE, "Value 1"));
        assertThat(page).doesNotContain("<script").contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;");
    }

    @Test
    void escapesTheNameOfTheLog() {
        Path log = log(folder, row("Case 1", "Wait", "Anna", "2012/10/09 14:00:00.000"));
        assertThat(page(new LogReader(log), HOSTILE)).doesNotContain("<script");
    }

    @Test
    void fetchesNothing() {
        String page = page(row("Case 1", "Wait", "Anna", "2012/10/09 14:00:00.000"));
        assertThat(page)
                .contains("default-src 'none'", "prefers-color-scheme: dark")
                .doesNotContain("http:", "https:", "src=", "href=", "url(", "@import", "<script");
    }

    @Test
    void isWellFormedSoThatNoTagIsLeftOpen() throws Exception {
        String page = page(
                row("Case 1", "Wait", "Anna", "2012/10/09 14:00:00.000"),
                row("Case 1", "Closed", "Anna", "2013/12/09 14:00:00.000"));
        String xml = Pattern.compile("<meta([^>]*)>")
                .matcher(page.replace("<!DOCTYPE html>\n", ""))
                .replaceAll("<meta$1/>");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @Test
    void showsEveryMonthBetweenFirstAndLast() {
        String page = page(
                row("Case 1", "Wait", "Anna", "2012/10/09 14:00:00.000"),
                row("Case 1", "Closed", "Anna", "2013/02/09 14:00:00.000"));
        assertThat(page)
                .contains("October 2012: 1 opened, 0 closed")
                .contains("December 2012: 0 opened, 0 closed")
                .contains("February 2013: 0 opened, 1 closed");
    }

    @Test
    void saysWhoWasTold() {
        assertThat(page(row("Case 1", "Wait", "Anna", "2012/10/09 14:00:00.000")))
                .contains("the contact was told 1 time<", "1,234 mails to 3 operators, 1 message to 1 contact");
    }

    @Test
    void saysHowManyCategoriesAreLeftOut() {
        List<String> rows = new ArrayList<>();
        IntStream.rangeClosed(1, 30)
                .forEach(i -> rows.add(row(
                        "Case " + i, "Wait", "Anna", "2012/10/09 14:00:00.000", "Acme", "Product " + i, "Value 1")));
        assertThat(page(rows.toArray(String[]::new))).contains("and 6 more");
    }

    @Test
    void labelsItsCharts() {
        String page = page(row("Case 1", "Wait", "Anna", "2012/10/09 14:00:00.000"));
        assertThat(page).contains("role=\"img\" aria-labelledby=\"months-title\"", "<title id=\"months-title\">");
        assertThat(Pattern.compile("<table").matcher(page).results().count())
                .isEqualTo(Pattern.compile("<caption>").matcher(page).results().count());
        assertThat(Pattern.compile(" id=\"([^\"]+)\"")
                        .matcher(page)
                        .results()
                        .map(m -> m.group(1))
                        .collect(Collectors.toList()))
                .doesNotHaveDuplicates();
    }

    private String page(String... rows) {
        return page(new LogReader(log(folder, quoted(rows))), "log.csv");
    }

    /** The hostile text holds a quote, which CSV writes twice within quotes. */
    private static String[] quoted(String... rows) {
        String field = '"' + HOSTILE.replace("\"", "\"\"") + '"';
        return List.of(rows).stream().map(row -> row.replace(HOSTILE, field)).toArray(String[]::new);
    }

    private static String page(LogReader log, String source) {
        TicketDesk desk = TicketDesk.builder().storage(new MemoryStorage()).build();
        new Replay(desk, TENANT).run(log, done -> {});
        LogSummary summary = LogSummary.of(log);
        Figures figures = Figures.of(desk.as(TENANT, Actor.host("test")).statistics(), summary.first(), summary.last());
        return HtmlReport.of(
                figures, new ReportFacts(source, "memory", summary, Duration.ofSeconds(2), NOTIFIED, true));
    }
}
