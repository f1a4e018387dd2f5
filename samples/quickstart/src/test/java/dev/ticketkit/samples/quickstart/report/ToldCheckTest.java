package dev.ticketkit.samples.quickstart.report;

import static dev.ticketkit.samples.quickstart.log.LogFiles.log;
import static dev.ticketkit.samples.quickstart.log.LogFiles.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.samples.quickstart.delivery.Sent;
import dev.ticketkit.samples.quickstart.delivery.Told;
import dev.ticketkit.samples.quickstart.log.LogReader;
import dev.ticketkit.samples.quickstart.replay.EntryCount;
import dev.ticketkit.samples.quickstart.replay.Replay;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.testkit.MemoryStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToldCheckTest {
    private EntryCount count;

    @TempDir
    Path folder;

    /** Three events that are recorded, one that is not, one resolution. */
    @BeforeEach
    void replay() {
        TicketDesk desk = TicketDesk.builder().storage(new MemoryStorage()).build();
        Path log = log(
                folder,
                row("Case 1", "Wait", "Anna", "2012/10/09 14:00:00.000"),
                row("Case 1", "Wait", "Anna", "2012/10/09 15:00:00.000"),
                row("Case 1", "Resolve ticket", "Anna", "2012/10/10 14:00:00.000"),
                row("Case 1", "Closed", "Anna", "2012/10/11 14:00:00.000"));
        count = new Replay(desk, new TenantId("told")).run(new LogReader(log), done -> {});
    }

    @Test
    void findsNothingWhenEverybodyWasToldOnce() {
        assertThat(differences(new Sent(6, 2, 0), new Sent(1, 1, 0))).isEmpty();
    }

    @Test
    void seesWhatIsMissing() {
        assertThat(differences(new Sent(5, 2, 0), new Sent(0, 0, 0)))
                .containsExactly(
                        "messages to contacts: 0, but the log asks for 1",
                        "mails to operators: 5, but the log asks for 6");
    }

    @Test
    void seesWhatCameTwice() {
        assertThat(differences(new Sent(6, 2, 3), new Sent(1, 1, 1)))
                .containsExactly(
                        "messages to contacts: 1 of them were sent again",
                        "mails to operators: 3 of them were sent again");
    }

    @Test
    void saysWhatWasGivenUp() {
        Told told = new Told(new Sent(6, 2, 0), new Sent(1, 1, 0), List.of("event 1"), Duration.ZERO);
        assertThat(ToldCheck.differences(told, count)).containsExactly("event 1");
    }

    private List<String> differences(Sent operators, Sent contacts) {
        return ToldCheck.differences(new Told(operators, contacts, List.of(), Duration.ZERO), count);
    }
}
