package dev.ticketkit.acceptance.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.reference.ReferenceFormat;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.jdbc.JdbcStorage;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Ticket;
import java.util.UUID;
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
        counted.taken();
    }

    @Test
    void anOpeningIsOneStatement() {
        desk.open(ticket().idempotencyKey("1").build());
        assertThat(counted.taken()).isEqualTo(1);
    }

    @Test
    void aNumberedOpeningIsOneStatement() {
        ActorDesk numbered = desk(ReferenceFormat.sequence("T-", 6));
        numbered.open(ticket().build());
        counted.taken();

        numbered.open(ticket().build());

        assertThat(counted.taken()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "closed", "parts-ordered"})
    void aChangeOfStatusOfATicketInHandIsOneStatement(String status) {
        Ticket ticket = desk.open(ticket().build()).ticket();
        counted.taken();

        Ticket changed = desk.ticket(ticket).change(status(status)).ticket();

        assertThat(counted.taken()).isEqualTo(1);
        desk.ticket(changed).addPublicNote("done");
        assertThat(counted.taken()).isEqualTo(1);
    }

    @Test
    void aTicketThatWasReadIsInHand() {
        Ticket ticket = desk.find(desk.open(ticket().build()).ticket().id()).orElseThrow();
        counted.taken();

        desk.ticket(ticket).change(status("pending"));

        assertThat(counted.taken()).isEqualTo(1);
    }

    @Test
    void aChangeByIdIsTwoStatements() {
        Ticket ticket = desk.open(ticket().build()).ticket();
        counted.taken();

        desk.ticket(ticket.id()).change(status("closed"));

        assertThat(counted.taken()).isEqualTo(2);
    }

    private static OpenTicket.Builder ticket() {
        return OpenTicket.builder().title("Printer").contact(Contact.of("ada", "Ada"));
    }

    private static ChangeTicket status(String key) {
        return ChangeTicket.builder().status(key).build();
    }
}
