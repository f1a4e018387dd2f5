package dev.ticketkit.samples.embedding.smallstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.result.CommandResult;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.FirstRingContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that it takes to hold a store against the contract of the first ring, and what is special about this one. */
class SmallStorageTest extends FirstRingContract {
    private static final SmallStorage STORE = openInTemporaryFile();

    @Override
    protected TicketStorage storage() {
        return STORE;
    }

    @Test
    void holdsAfterARestartWhatItHeldBefore(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("tickets.journal");
        CommandResult opened;
        Ticket before;
        try (SmallStorage storage = SmallStorage.open(file)) {
            ActorDesk olga = olga(storage);
            olga.catalogue().addStatus("Asking", MacroStatus.IN_PROGRESS);
            opened = olga.open(lamp());
            olga.ticket(opened.ticket())
                    .change(ChangeTicket.builder().status("asking").build());
            olga.catalogue().renameCategory("Lamps", "Lights");
            before = olga.ticket(opened.ticket()).get();
        }

        try (SmallStorage storage = SmallStorage.open(file)) {
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

    @Test
    void aWriteThatTheCrashCutOffIsAsIfItHadNotBeen(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("tickets.journal");
        try (SmallStorage storage = SmallStorage.open(file)) {
            olga(storage).open(lamp());
        }
        long whole = Files.size(file);
        Files.writeString(file, "change {\"before\":nu", StandardOpenOption.APPEND);

        try (SmallStorage storage = SmallStorage.open(file)) {
            assertThat(olga(storage).list(TicketQuery.all()).items()).hasSize(1);
            assertThat(Files.size(file)).isEqualTo(whole);
            olga(storage).catalogue().addStatus("Asking", MacroStatus.IN_PROGRESS);
        }

        try (SmallStorage storage = SmallStorage.open(file)) {
            assertThat(storage.statuses().statuses(new TenantId("acme"))).hasSize(1);
        }
    }

    /** Reserved numbers and forgotten keys are promises too. */
    @Test
    void aRestartGivesNoNumberTwiceAndRemembersNoForgottenKey(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("tickets.journal");
        TenantId acme = new TenantId("acme");
        ReferenceRequest series = new ReferenceRequest("B-", "B-", 4);
        try (SmallStorage storage = SmallStorage.open(file)) {
            olga(storage).open(lamp());
            assertThat(storage.numbers().next(acme, series, 10)).isEqualTo(1);
            assertThat(storage.events().purgeKeys(acme, Instant.now().plusSeconds(60)))
                    .isEqualTo(1);
        }

        try (SmallStorage storage = SmallStorage.open(file)) {
            assertThat(storage.numbers().next(acme, series, 10)).isEqualTo(11);
            assertThat(storage.events().purgeKeys(acme, Instant.now().plusSeconds(60)))
                    .isZero();
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

    private static SmallStorage openInTemporaryFile() {
        try {
            Path file = Files.createTempFile("tickets", ".journal");
            file.toFile().deleteOnExit();
            return SmallStorage.open(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
