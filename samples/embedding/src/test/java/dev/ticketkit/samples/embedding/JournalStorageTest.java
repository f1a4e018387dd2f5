package dev.ticketkit.samples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.result.CommandResult;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.TicketStorageContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that a partner writes to hold his store against the contract, and one test of what is special about it. */
class JournalStorageTest extends TicketStorageContract {
    private static final JournalStorage STORE = openInTemporaryFile();

    @Override
    protected TicketStorage storage() {
        return STORE;
    }

    @Test
    void holdsAfterARestartWhatItHeldBefore(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("tickets.journal");
        CommandResult opened;
        Ticket before;
        try (JournalStorage storage = JournalStorage.open(file)) {
            ActorDesk olga = olga(storage);
            olga.catalogue().addStatus("Asking", MacroStatus.IN_PROGRESS);
            opened = olga.open(lamp());
            olga.ticket(opened.ticket())
                    .change(ChangeTicket.builder().status("asking").build());
            olga.catalogue().renameCategory("Lamps", "Lights");
            before = olga.ticket(opened.ticket()).get();
        }

        try (JournalStorage storage = JournalStorage.open(file)) {
            ActorDesk olga = olga(storage);

            assertThat(olga.list(TicketQuery.all()).items()).containsExactly(before);
            assertThat(before.category().name()).isEqualTo("Lights");
            assertThat(olga.open(lamp()).receipt()).isEqualTo(opened.receipt());
            assertThat(olga.open(OpenTicket.builder()
                                    .title("Next")
                                    .contact(Contact.of("c", null))
                                    .build())
                            .receipt()
                            .reference()
                            .value())
                    .isEqualTo("T-000002");
        }
    }

    private static OpenTicket lamp() {
        return OpenTicket.builder()
                .title("Broken lamp")
                .category("Lamps")
                .contact(Contact.of("c-1", "Ada"))
                .idempotencyKey("lamp")
                .build();
    }

    private static ActorDesk olga(TicketStorage storage) {
        return TicketDesk.builder().storage(storage).build().as("acme", Actor.operator("olga"));
    }

    private static JournalStorage openInTemporaryFile() {
        try {
            Path file = Files.createTempFile("tickets", ".journal");
            file.toFile().deleteOnExit();
            return JournalStorage.open(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
