package dev.ticketkit.samples.quickstart.log;

import static dev.ticketkit.samples.quickstart.log.LogFiles.log;
import static dev.ticketkit.samples.quickstart.log.LogFiles.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogSummaryTest {
    @TempDir
    Path folder;

    @Test
    void countsEventsAndCasesAndFindsFirstAndLast() {
        Path log = log(
                folder,
                row("B", "Wait", "Anna", "2012/10/09 14:50:17.000"),
                row("A", "Wait", "Anna", "2011/10/09 14:50:17.000"),
                row("B", "Closed", "Anna", "2012/10/09 14:50:17.000"));
        assertThat(LogSummary.of(new LogReader(log)))
                .isEqualTo(new LogSummary(
                        3, 2, Instant.parse("2011-10-09T14:50:17Z"), Instant.parse("2012-10-09T14:50:17Z")));
    }

    @Test
    void refusesCaseThatGoesBackInTime() {
        Path log = log(
                folder,
                row("A", "Wait", "Anna", "2012/10/09 14:50:17.000"),
                row("A", "Closed", "Anna", "2012/10/09 14:50:16.999"));
        assertThatThrownBy(() -> LogSummary.of(new LogReader(log)))
                .isInstanceOf(LogException.class)
                .hasMessageContainingAll("log.csv:3: ", "back in time");
    }

    @Test
    void refusesLogWithoutEvents() {
        assertThatThrownBy(() -> LogSummary.of(new LogReader(log(folder))))
                .isInstanceOf(LogException.class)
                .hasMessageContaining("no event");
    }
}
