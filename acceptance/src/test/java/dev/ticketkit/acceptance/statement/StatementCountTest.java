package dev.ticketkit.acceptance.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.ImportTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.reference.ReferenceFormat;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.jdbc.JdbcStorage;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands cost on PostgreSQL, in statements. */
class StatementCountTest {
    private final CountedStatements counted = new CountedStatements(Store.POSTGRESQL.dataSource());
    private final ActorDesk desk = desk(ReferenceFormat.code("", 10));

    private ActorDesk desk(ReferenceFormat references) {
        return TicketDesk.builder()
                .storage(JdbcStorage.owning(counted.dataSource))
                .tenants(tenant -> TenantSettings.defaults().withReferences(references))
                .build()
                .as("t-" + UUID.randomUUID(), Actor.operator("olga", "Olga"));
    }

    @BeforeEach
    void learnWhatIsKept() {
        desk.catalogue().addStatus("Parts ordered", MacroStatus.IN_PROGRESS);
        desk.open(ticket().status("parts-ordered").build());
    }

    @Test
    void anOpeningIsOneStatement() {
        assertThat(cheapest(() -> desk.open(
                        ticket().idempotencyKey(UUID.randomUUID().toString()).build())))
                .isEqualTo(1);
    }

    @Test
    void anOpeningThatNamesCategoryPriorityAndStatusIsOneStatement() {
        OpenTicket command = ticket().category("Logistics")
                .priority(Priority.HIGH)
                .status("parts-ordered")
                .build();

        assertThat(cheapest(() -> desk.open(command))).isEqualTo(1);
    }

    @Test
    void aNumberedOpeningIsOneStatement() {
        ActorDesk numbered = desk(ReferenceFormat.sequence("T-", 6));

        assertThat(cheapest(() -> numbered.open(ticket().build()))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "closed", "parts-ordered"})
    void aChangeOfStatusOfATicketInHandIsOneStatement(String status) {
        assertThat(cheapest(this::opened, ticket -> desk.ticket(ticket).change(status(status))))
                .isEqualTo(1);
    }

    @Test
    void aNoteOnATicketInHandIsOneStatement() {
        Supplier<Ticket> changed =
                () -> desk.ticket(opened()).change(status("pending")).ticket();

        assertThat(cheapest(changed, ticket -> desk.ticket(ticket).addPublicNote("done")))
                .isEqualTo(1);
    }

    @Test
    void aTicketThatWasReadIsInHand() {
        Supplier<Ticket> found = () -> desk.find(opened().id()).orElseThrow();

        assertThat(cheapest(found, ticket -> desk.ticket(ticket).change(status("pending"))))
                .isEqualTo(1);
    }

    @Test
    void aChangeByIdIsTwoStatements() {
        assertThat(cheapest(this::opened, ticket -> desk.ticket(ticket.id()).change(status("closed"))))
                .isEqualTo(2);
    }

    @Test
    void anImportLooksACategoryThatIsNewUpOnce() {
        List<ImportTicket> rows = IntStream.range(0, 50)
                .mapToObj(number -> new ImportTicket(
                        ticket().category("New").externalId("e-" + number).build(), Instant.EPOCH, null))
                .toList();
        counted.taken();

        assertThat(desk.importTickets(rows.iterator()).imported()).isEqualTo(50);

        assertThat(counted.taken()).isLessThan(10);
    }

    private Ticket opened() {
        return desk.open(ticket().build()).ticket();
    }

    private int cheapest(Runnable command) {
        return cheapest(() -> null, nothing -> command.run());
    }

    /** What is kept is kept for a second: of several times, one is within it however slow the machine. */
    private <T> int cheapest(Supplier<T> before, Consumer<T> command) {
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            T given = before.get();
            counted.taken();
            command.accept(given);
            least = Math.min(least, counted.taken());
        }
        return least;
    }

    private static OpenTicket.Builder ticket() {
        return OpenTicket.builder().title("Printer").contact(Contact.of("ada", "Ada"));
    }

    private static ChangeTicket status(String key) {
        return ChangeTicket.builder().status(key).build();
    }
}
