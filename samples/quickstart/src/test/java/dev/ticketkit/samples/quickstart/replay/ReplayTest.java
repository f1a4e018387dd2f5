package dev.ticketkit.samples.quickstart.replay;

import static dev.ticketkit.samples.quickstart.log.LogFiles.log;
import static dev.ticketkit.samples.quickstart.log.LogFiles.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.samples.quickstart.log.LogException;
import dev.ticketkit.samples.quickstart.log.LogReader;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.testkit.MemoryStorage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayTest {
    private static final TenantId TENANT = new TenantId("replayed");

    private final TicketDesk desk =
            TicketDesk.builder().storage(new MemoryStorage()).build();
    private final ActorDesk host = desk.as(TENANT, Actor.host("test"));

    @TempDir
    Path folder;

    @Test
    void opensTicketOfFirstEvent() {
        replay(row("Case 1", "Assign seriousness", "Anna", "2012/10/09 14:50:17.250", "Acme", "Printers", "Value 4"));
        Ticket ticket = ticket();
        assertThat(ticket.reference()).isEqualTo(new Reference("Case 1"));
        assertThat(ticket.title()).isEqualTo("Case 1: Assign seriousness");
        assertThat(ticket.contact()).isEqualTo(Contact.of("Acme", "Acme"));
        assertThat(ticket.category().name()).isEqualTo("Printers");
        assertThat(ticket.priority()).isEqualTo(Priority.URGENT);
        assertThat(ticket.owner()).isEqualTo(new Party("Anna", "Anna"));
        assertThat(ticket.openedAt()).isEqualTo(Instant.parse("2012-10-09T14:50:17.250Z"));
        assertThat(label(ticket.status())).isEqualTo("Assign seriousness");
    }

    @Test
    void changesStatusAndOwnerAtTheInstantOfTheEvent() {
        replay(
                row("Case 1", "Assign seriousness", "Anna", "2012/10/09 14:00:00.000"),
                row("Case 1", "Resolve ticket", "Bruno", "2012/10/10 14:00:00.000"),
                row("Case 1", "Closed", "Carla", "2012/10/11 14:00:00.000"));
        assertThat(ticket().status()).isEqualTo(Status.CLOSED);
        assertThat(ticket().closedAt()).isEqualTo(Instant.parse("2012-10-10T14:00:00Z"));
        TicketEvent last = history().get(2);
        assertThat(last.actor()).isEqualTo(Actor.operator("Carla"));
        assertThat(last.at()).isEqualTo(Instant.parse("2012-10-11T14:00:00Z"));
        assertThat(last.changes())
                .containsExactly(
                        FieldChange.of(TicketField.STATUS, "resolved", "closed"),
                        FieldChange.of(TicketField.OWNER, "Bruno", "Carla"));
    }

    @Test
    void handsOverWithoutChangeOfStatus() {
        EntryCount count = replay(
                row("Case 1", "Wait", "Anna", "2012/10/09 14:00:00.000"),
                row("Case 1", "Wait", "Bruno", "2012/10/10 14:00:00.000"));
        assertThat(history().get(1).changes()).containsExactly(FieldChange.of(TicketField.OWNER, "Anna", "Bruno"));
        assertThat(count.changes()).isEqualTo(2);
        assertThat(count.entries()).isEmpty();
    }

    @Test
    void recordsNothingWhereNothingChanges() {
        EntryCount count = replay(
                row("Case 1", "Wait", "Anna", "2012/10/09 14:00:00.000"),
                row("Case 1", "Wait", "Anna", "2012/10/10 14:00:00.000"));
        assertThat(history()).hasSize(1);
        assertThat(count.events()).isEqualTo(2);
        assertThat(count.changes()).isEqualTo(1);
        assertThat(count.entries()).isEmpty();
    }

    @Test
    void opensInTheStatusOfTheFirstEvent() {
        replay(row("Case 1", "Closed", "Anna", "2012/10/09 14:00:00.000"));
        assertThat(ticket().status()).isEqualTo(Status.CLOSED);
        assertThat(ticket().closedAt()).isEqualTo(ticket().openedAt());
    }

    @ParameterizedTest
    @CsvSource({
        "Resolve ticket,Resolved,TERMINATED",
        "Closed,Closed,TERMINATED",
        "RESOLVED,Bug resolved,TERMINATED",
        "VERIFIED,Bug verified,TERMINATED",
        "INVALID,Bug invalid,TERMINATED",
        "DUPLICATE,Bug duplicate,TERMINATED",
        "Take in charge ticket,Take in charge ticket,IN_PROGRESS",
        "Wait,Wait,IN_PROGRESS"
    })
    void givesEachActivityItsStatus(String activity, String label, MacroStatus macro) {
        replay(row("Case 1", activity, "Anna", "2012/10/09 14:00:00.000"));
        assertThat(ticket().status().macro()).isEqualTo(macro);
        assertThat(label(ticket().status())).isEqualTo(label);
    }

    @Test
    void tellsActivitiesApartWhoseKeysWouldBeOne() {
        replay(
                row("Case 1", "Wait", "Anna", "2012/10/09 14:00:00.000"),
                row("Case 1", "Wait!", "Anna", "2012/10/09 15:00:00.000"));
        assertThat(label(ticket().status())).isEqualTo("Wait!");
        assertThat(history()).hasSize(2);
    }

    @Test
    void countsReopeningsAndEntriesAsTheDeskDoes() {
        EntryCount count = replay(
                row("Case 1", "Wait", "Anna", "2012/10/09 14:00:00.000"),
                row("Case 1", "Resolve ticket", "Anna", "2012/10/10 14:00:00.000"),
                row("Case 1", "Wait", "Anna", "2012/10/11 14:00:00.000"),
                row("Case 1", "Resolve ticket", "Anna", "2012/10/12 14:00:00.000"));
        assertThat(count.reopenings()).isEqualTo(1).isEqualTo(ticket().reopenings());
        assertThat(count.entries()).containsEntry("resolved", 2L).containsEntry("wait", 1L);
    }

    @Test
    void tellsProgressAfterEveryEvent() {
        List<Long> done = new ArrayList<>();
        new Replay(desk, TENANT)
                .run(
                        new LogReader(log(
                                folder,
                                row("Case 1", "Wait", "Anna", "2012/10/09 14:00:00.000"),
                                row("Case 2", "Wait", "Anna", "2012/10/09 14:00:00.000"))),
                        done::add);
        assertThat(done).containsExactly(1L, 2L);
    }

    @Test
    void namesTheLineThatTheDeskRefuses() {
        assertThatThrownBy(() -> replay(
                        row("Case 1", "Wait", "Anna", "2012/10/09 14:00:00.000"),
                        row("CASE 1", "Wait", "Anna", "2012/10/09 14:00:00.000")))
                .isInstanceOf(LogException.class)
                .hasMessageContainingAll("log.csv:3: ", "reference");
        assertThatThrownBy(() -> replay(row("Case 2", "Wait", "A".repeat(129), "2012/10/09 14:00:00.000")))
                .isInstanceOf(LogException.class)
                .hasMessageContaining("log.csv:2: ");
    }

    private EntryCount replay(String... rows) {
        return new Replay(desk, TENANT).run(new LogReader(log(folder, rows)), done -> {});
    }

    private Ticket ticket() {
        return host.find(new Reference("Case 1")).orElseThrow();
    }

    private List<TicketEvent> history() {
        return host.ticket(new Reference("Case 1")).history();
    }

    private String label(Status status) {
        var statuses = host.catalogue().statuses();
        return statuses.label(statuses.find(status.key()).orElseThrow());
    }
}
