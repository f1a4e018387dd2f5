package dev.ticketkit.testkit.contract.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.catalogue.PriorityEntry;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.event.Cause;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.NoteVisibility;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketBuilder;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.text.TextRule;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import dev.ticketkit.testkit.contract.internal.HostileTexts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Texts that systems like to trip over come back unit for unit, wherever a text may stand. */
public abstract class HostileTextContract extends StorageContract {
    /** For subclasses. */
    protected HostileTextContract() {}

    @Test
    @Tag("R1")
    @Tag("F39")
    void keepsNamesInEveryField() {
        for (String text : HostileTexts.NAMES) {
            kept(ticketOf(text).toBuilder()
                    .category(make.category(text))
                    .contact(new Contact(text, text, "+15550100", "a+b@example.org", "en"))
                    .owner(new Party(text, text))
                    .build());
        }
    }

    @Test
    @Tag("R1")
    void keepsLinesInTitleIdsAndAttributes() {
        for (String text : HostileTexts.LINES) {
            kept(ticketOf(text).toBuilder()
                    .contact(Contact.of(text, null))
                    .owner(new Party(text, "Label"))
                    .build());
        }
    }

    @Test
    @Tag("R6")
    void keepsBlocksInDescriptionsAndNotes() {
        for (String text : HostileTexts.BLOCKS) {
            Ticket ticket = kept(make.ticket().description(text).build());
            TicketChange note = make.note(ticket, NoteVisibility.PUBLIC, text);
            committed(note);
            assertThat(history(ticket.id())).endsWith(note.event());
        }
    }

    @Test
    void distinguishesEmptyFromMissing() {
        Ticket empty = make.ticket()
                .description("")
                .contact(new Contact("c", "", null, "", null))
                .attributes(Map.of("empty", ""))
                .build();
        kept(empty);
        Ticket missing = make.ticket().contact(Contact.of("c", null)).build();
        kept(missing);
    }

    @Test
    @Tag("R21")
    void keepsTextsOfEvents() {
        for (String text : HostileTexts.all()) {
            Ticket ticket = make.ticket().build();
            boolean line = !HostileTexts.BLOCKS.contains(text);
            TicketEvent event = make.event(ticket, EventKind.OPENED)
                    .actor(HostileTexts.NAMES.contains(text) ? Actor.automation(text, text) : Actor.host("host"))
                    .cause(new Cause(UUID.randomUUID(), line ? text : "x", 1))
                    .changes(List.of(
                            FieldChange.of(TicketField.DESCRIPTION, text, null),
                            FieldChange.ofAttribute(line ? text : "x", null, text)))
                    .build();
            committed(TicketChange.opening(ticket, event, null, null));
            assertThat(history(ticket.id())).as(text).containsExactly(event);
        }
    }

    @Test
    @Tag("B3")
    void keepsKeysApart() {
        for (String text : HostileTexts.all()) {
            IdempotencyStamp stamp = TicketFixtures.stamp("open:" + text, text);
            Receipt receipt = committed(make.opening(make.ticket().build(), stamp));
            assertThat(commit(make.opening(make.ticket().build(), stamp)))
                    .as(text)
                    .isEqualTo(new CommitOutcome.Replayed(receipt));
        }
    }

    @Test
    @Tag("R7")
    void keepsPrefixOfGeneratedReferences() {
        for (String text : HostileTexts.NAMES) {
            ReferenceRequest request =
                    new ReferenceRequest("series " + HostileTexts.NAMES.indexOf(text), text + "-", 3);
            Receipt receipt = committed(make.numbered(make.ticket().build(), request, null));
            assertThat(receipt.reference()).isEqualTo(new Reference(text + "-001"));
            assertThat(stored(receipt.ticketId()).reference()).isEqualTo(receipt.reference());
        }
    }

    @Test
    @Tag("R16")
    void findsByEveryFilter() {
        for (String text : HostileTexts.NAMES) {
            Ticket ticket = opened(make.ticket()
                    .contact(Contact.of(text, text))
                    .owner(new Party(text, text))
                    .category(make.category(text))
                    .attributes(Map.of(text, text)));
            TicketQuery query = TicketQuery.builder()
                    .contacts(text)
                    .owners(text)
                    .categories(text)
                    .attributes(Map.of(text, text))
                    .build();
            assertThat(list(query)).as(text).containsExactly(ticket);
        }
    }

    @Test
    @Tag("R3")
    void keepsLabels() {
        StatusEntry before = new StatusEntry(Status.CLOSED, null, false);
        for (String text : HostileTexts.NAMES) {
            StatusEntry status = new StatusEntry(Status.CLOSED, text, false);
            PriorityEntry priority = new PriorityEntry(Priority.HIGH, text, true);
            storage().statuses().saveStatus(make.tenant(), before, status);
            before = status;
            storage().statuses().savePriority(make.tenant(), priority);
            assertThat(storage().statuses().statuses(make.tenant())).containsExactly(status);
            assertThat(storage().statuses().priorities(make.tenant())).containsExactly(priority);
        }
    }

    @Test
    @Tag("R5")
    void renamesCategories() {
        opened(make.ticket().category(make.category("First")));
        for (String text : HostileTexts.NAMES) {
            UUID id = make.category("First").id();
            assertThat(storage().categories().rename(make.tenant(), id, text)).isTrue();
            assertThat(storage().categories().categories(make.tenant()))
                    .extracting(entry -> entry.category().name())
                    .containsExactly(text);
        }
    }

    @Test
    @Tag("B1")
    void keepsTenantsApart() {
        String suffix = " " + UUID.randomUUID();
        for (String text : HostileTexts.NAMES) {
            make = new TicketFixtures(new TenantId(text + suffix));
            Ticket ticket = opened(make.ticket().category(make.category(text)));
            assertHolds(ticket);
        }
    }

    private Ticket ticketOf(String text) {
        TicketBuilder ticket = make.ticket();
        // What nobody can see cannot be read out either.
        if (TextRule.NAME.characterProblem(text) == null) {
            ticket.reference(new Reference(text));
        }
        return ticket.title(text)
                .description(text)
                .externalId(text)
                .attributes(Map.of(text, text, text + ".", "", "x", text))
                .build();
    }

    private Ticket kept(Ticket ticket) {
        committed(make.opening(ticket));
        assertThat(stored(ticket.id())).as(ticket.title()).isEqualTo(ticket);
        assertThat(storage().tickets().findByReference(make.tenant(), ticket.reference()))
                .contains(ticket);
        Ticket again = changed(ticket, edit -> edit.title(ticket.title() + "."));
        assertThat(again.title()).isEqualTo(ticket.title() + ".");
        return again;
    }
}
