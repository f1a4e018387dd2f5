package dev.ticketkit.samples.quickstart.report;

import static dev.ticketkit.samples.quickstart.log.LogFiles.log;
import static dev.ticketkit.samples.quickstart.log.LogFiles.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.statistics.Verification;
import dev.ticketkit.samples.quickstart.log.LogReader;
import dev.ticketkit.samples.quickstart.replay.EntryCount;
import dev.ticketkit.samples.quickstart.replay.Replay;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.testkit.MemoryStorage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureCheckTest {
    private static final TenantId TENANT = new TenantId("checked");
    private static final Instant FIRST = Instant.parse("2012-10-09T14:00:00Z");
    private static final Instant LAST = Instant.parse("2012-10-10T14:00:00Z");

    private final TicketDesk desk =
            TicketDesk.builder().storage(new MemoryStorage()).build();
    private final ActorDesk host = desk.as(TENANT, Actor.host("test"));
    private EntryCount count;

    @TempDir
    Path folder;

    @BeforeEach
    void replay() {
        Path log = log(
                folder,
                row("Case 1", "Wait", "Anna", "2012/10/09 14:00:00.000"),
                row("Case 1", "Resolve ticket", "Anna", "2012/10/10 14:00:00.000"));
        count = new Replay(desk, TENANT).run(new LogReader(log), done -> {});
    }

    @Test
    void findsNothingWhenAllIsWell() {
        assertThat(FigureCheck.differences(figures(), host.statistics().verify(), count))
                .isEmpty();
    }

    @Test
    void seesResolutionAndReopeningTheLogDoesNotHave() {
        change("wait");
        change("resolved");
        assertThat(FigureCheck.differences(figures(), host.statistics().verify(), count))
                .containsExactlyInAnyOrder(
                        "reopenings in the log: 0, but the desk's statistics say 1",
                        "changes into resolved in the log: 1, but the desk's statistics say 2",
                        "changes into wait in the log: 0, but the desk's statistics say 1");
    }

    @Test
    void passesOnWhatTheCalculatorsFound() {
        Verification wrong = new Verification(2, List.of("OPENED: counted but not in the statistics"));
        assertThat(FigureCheck.differences(figures(), wrong, count))
                .containsExactly(
                        "OPENED: counted but not in the statistics",
                        "tickets counted one by one: 2, but the desk's statistics say 1");
    }

    private Figures figures() {
        return Figures.of(host.statistics(), FIRST, LAST);
    }

    private void change(String status) {
        host.ticket(new Reference("Case 1"))
                .change(ChangeTicket.builder().status(status).build());
    }
}
