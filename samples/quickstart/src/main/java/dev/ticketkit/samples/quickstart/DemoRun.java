package dev.ticketkit.samples.quickstart;

import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.Statistics;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.desk.TicketDeskBuilder;
import dev.ticketkit.core.reference.ReferenceFormat;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.samples.quickstart.delivery.HelpDesk;
import dev.ticketkit.samples.quickstart.delivery.Told;
import dev.ticketkit.samples.quickstart.log.LogGenerator;
import dev.ticketkit.samples.quickstart.log.LogReader;
import dev.ticketkit.samples.quickstart.log.LogSummary;
import dev.ticketkit.samples.quickstart.page.HtmlReport;
import dev.ticketkit.samples.quickstart.page.ReportFacts;
import dev.ticketkit.samples.quickstart.replay.EntryCount;
import dev.ticketkit.samples.quickstart.replay.Replay;
import dev.ticketkit.samples.quickstart.report.FigureCheck;
import dev.ticketkit.samples.quickstart.report.Figures;
import dev.ticketkit.samples.quickstart.report.ToldCheck;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Reference;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One run: replay, ask, check, write. */
final class DemoRun {
    private static final long SEED = 20250107;
    private static final int CASES = 400;

    private final DemoOptions options;
    private final PrintStream out;
    private final boolean interactive;

    /**
     * A run.
     *
     * @param interactive whether a person watches {@code out} on a terminal
     */
    DemoRun(DemoOptions options, PrintStream out, boolean interactive) {
        this.options = options;
        this.out = out;
        this.interactive = interactive;
    }

    /** What came of it; the tenant's tickets stay in the store, the report in the target folder. */
    DemoResult run() throws IOException {
        Files.createDirectories(options.target());
        LogReader log = log();
        LogSummary summary = LogSummary.of(log);
        try (OpenStore store = new StoreChoice(options).open()) {
            return replay(log, summary, store);
        }
    }

    private DemoResult replay(LogReader log, LogSummary summary, OpenStore store) throws IOException {
        ProgressBar bar = new ProgressBar(out, interactive, summary.events());
        try (HelpDesk helpDesk = HelpDesk.start(settings(store), store.tenant(), bar::sent)) {
            long begin = System.nanoTime();
            EntryCount count = new Replay(helpDesk.desk(), store.tenant()).run(log, bar);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            Told told = helpDesk.finish();
            ActorDesk host = helpDesk.desk().as(store.tenant(), Actor.host("quickstart"));
            return result(log, summary, store.name(), host.statistics(), count, took, told);
        } finally {
            bar.finish();
        }
    }

    private DemoResult result(
            LogReader log,
            LogSummary summary,
            String store,
            Statistics statistics,
            EntryCount count,
            Duration took,
            Told told)
            throws IOException {
        Figures figures = Figures.of(statistics, summary.first(), summary.last());
        List<String> differences = new ArrayList<>(FigureCheck.differences(figures, statistics.verify(), count));
        differences.addAll(ToldCheck.differences(told, count));
        Path report = options.target().resolve("report.html");
        ReportFacts facts = new ReportFacts(source(log), store, summary, took, told, differences.isEmpty());
        Files.writeString(report, HtmlReport.of(figures, facts), StandardCharsets.UTF_8);
        return new DemoResult(figures, facts, differences, report);
    }

    private LogReader log() {
        if (options.log() != null) {
            return new LogReader(options.log());
        }
        Path invented = options.target().resolve("invented-log.csv");
        new LogGenerator(SEED, CASES).write(invented);
        return new LogReader(invented);
    }

    private String source(LogReader log) {
        return options.log() == null
                ? "an invented help desk"
                : String.valueOf(log.file().getFileName());
    }

    /** Every reference comes from the log, so no form of reference is kept free for generated ones. */
    private static TicketDeskBuilder settings(OpenStore store) {
        ReferenceFormat byHand =
                ReferenceFormat.of(context -> new Reference(UUID.randomUUID().toString()), reference -> false);
        return TicketDesk.builder().storage(store.storage()).tenants(tenant -> TenantSettings.defaults()
                .withReferences(byHand));
    }
}
