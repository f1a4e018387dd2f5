package dev.ticketkit.samples.quickstart.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes the log of an invented help desk: the same seed, the same file, on every machine. */
public final class LogGenerator {
    private static final LocalDateTime BEGIN = LocalDateTime.of(2025, 1, 7, 8, 0);
    private static final LocalDateTime END = LocalDateTime.of(2026, 1, 1, 0, 0);

    private final long seed;
    private final int cases;

    /** A generator of so many cases over one year. */
    public LogGenerator(long seed, int cases) {
        this.seed = seed;
        this.cases = cases;
    }

    /** Writes the log, replacing what was there. */
    public void write(Path file) {
        CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
        try (Writer text = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                CSVPrinter rows = format.print(text)) {
            rows.printRecord(Arrays.stream(LogColumn.values()).map(column -> column.title));
            print(rows);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private void print(CSVPrinter rows) throws IOException {
        Random random = new Random(seed);
        List<LocalDateTime> openings = openings(random);
        for (int i = 0; i < openings.size(); i++) {
            for (List<String> row : new InventedCase(random, "IT-" + (1001 + i), openings.get(i), END).rows()) {
                rows.printRecord(row);
            }
        }
    }

    private List<LocalDateTime> openings(Random random) {
        List<LocalDateTime> openings = new ArrayList<>();
        while (openings.size() < cases) {
            LocalDateTime at = WorkingTime.atWork(BEGIN.plusMinutes(random.nextInt(60 * 24 * 355)), random);
            // August is quiet in Italy.
            if (at.getMonthValue() != 8 || random.nextInt(10) < 3) {
                openings.add(at);
            }
        }
        openings.sort(Comparator.naturalOrder());
        return openings;
    }
}
