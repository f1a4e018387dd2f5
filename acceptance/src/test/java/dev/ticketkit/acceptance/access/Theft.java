package dev.ticketkit.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.command.AddNote;
import dev.ticketkit.core.command.ChangeContact;
import dev.ticketkit.core.command.Fire;
import dev.ticketkit.core.command.ImportTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.ContactDesk;
import dev.ticketkit.core.desk.TicketHandle;
import dev.ticketkit.core.query.CsvOptions;
import dev.ticketkit.core.result.PurgeReport;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.event.Cause;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.Total;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;

/** One tenant who tries to get at what belongs to another through the desk itself, and what he tries it with. */
abstract class Theft extends DeskFixture {
    final Map<String, Runnable> attacks = new TreeMap<>();
    Ticket victim;
    String cursor;
    String contactCursor;
    ActorDesk thief;

    Theft(Store store) {
        super(store);
    }

    @BeforeEach
    void prepare() {
        victim = opened(ticket("victim")
                .reference("V-1")
                .externalId("ext-1")
                .category("Secret")
                .owner(PIO)
                .idempotencyKey("key"));
        changed(victim, change().title("victim 2").idempotencyKey("key"));
        handle(victim).addInternalNote(new AddNote("note", "key"));
        handle(victim).changeContact(new ChangeContact(BRUNO, "key"));
        opened("second");
        victim = now(victim);
        olga().catalogue().addStatus("theirs", "Theirs", MacroStatus.IN_PROGRESS);
        olga().catalogue().setPriority(Priority.LOW, "Theirs", false);
        cursor = olga().list(TicketQuery.builder().limit(1).build()).cursor();
        contactCursor = olga().contacts(TicketQuery.builder().limit(1).build()).cursor();
        thief = desk().as(new TenantId(tenant.value().toUpperCase(Locale.ROOT)), Actor.operator("olga", "Olga"));
    }

    static void assertNotFound(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NotFoundException.class).hasMessageNotContaining("V-1");
    }

    final void attack(Class<?> type, String signature, Runnable attack) {
        attacks.put(type.getSimpleName() + "." + signature, attack);
    }

    /** By id, by reference and with the ticket in hand. */
    final void onTicket(String signature, Function<TicketHandle, Object> call) {
        attack(TicketHandle.class, signature, () -> {
            assertNotFound(() -> call.apply(thief.ticket(victim.id())));
            assertNotFound(() -> call.apply(thief.ticket(victim.reference())));
            assertNotFound(() -> call.apply(thief.ticket(victim)));
        });
    }

    final void desks() {
        attack(ActorDesk.class, "find(TicketId)", () -> assertThat(thief.find(victim.id()))
                .isEmpty());
        attack(ActorDesk.class, "find(Reference)", () -> assertThat(thief.find(victim.reference()))
                .isEmpty());
        attack(ActorDesk.class, "find(String)", () -> assertThat(
                        thief.find(victim.reference().value()))
                .isEmpty());
        attack(ActorDesk.class, "findByExternalId(String)", () -> assertThat(thief.findByExternalId("ext-1"))
                .isEmpty());
        attack(
                ActorDesk.class,
                "ticketByExternalId(String)",
                () -> assertNotFound(thief.ticketByExternalId("ext-1")::get));
        attack(ActorDesk.class, "ticket(TicketId)", () -> assertNotFound(thief.ticket(victim.id())::get));
        attack(ActorDesk.class, "ticket(Reference)", () -> assertNotFound(thief.ticket(victim.reference())::get));
        attack(ActorDesk.class, "ticket(Ticket)", () -> assertNotFound(thief.ticket(victim)::get));
        attack(
                ActorDesk.class,
                "at(Instant)",
                () -> assertNotFound(
                        thief.at(Instant.parse("2026-05-01T00:00:00Z")).ticket(victim)::delete));
        attack(ActorDesk.class, "because(Cause)", () -> {
            Cause cause = new Cause(handle(victim).history().get(0).id(), "x", 1);
            assertNotFound(thief.because(cause).ticket(victim)::delete);
        });
        attack(ActorDesk.class, "contact(Contact)", () -> assertThat(
                        thief.contact(BRUNO).list(TicketQuery.all()).items())
                .isEmpty());
        attack(ActorDesk.class, "list(TicketQuery)", () -> {
            assertThat(thief.list(TicketQuery.all()).items()).isEmpty();
            assertThat(thief.list(TicketQuery.all()).total()).isEqualTo(new Total(0, true));
            assertThat(thief.list(TicketQuery.builder()
                                    .categories("Secret")
                                    .text("victim")
                                    .owners("pio")
                                    .build())
                            .items())
                    .isEmpty();
            assertNotFound(() ->
                    thief.list(TicketQuery.builder().limit(1).cursor(cursor).build()));
        });
        attack(ActorDesk.class, "contacts(TicketQuery)", () -> {
            assertThat(thief.contacts(TicketQuery.all()).items()).isEmpty();
            assertNotFound(() -> thief.contacts(
                    TicketQuery.builder().limit(1).cursor(contactCursor).build()));
        });
        UUID opening = handle(victim).history().get(0).id();
        attack(ActorDesk.class, "why(UUID)", () -> assertNotFound(() -> thief.why(opening)));
        attack(ActorDesk.class, "mail()", () -> thief.mail().switchOff());
        attack(ActorDesk.class, "automations()", () -> assertThat(
                        thief.automations().list())
                .isEmpty());
        Fire fire = Fire.starter("order")
                .contact(BRUNO)
                .field("SECRET", "victim")
                .idempotencyKey("key")
                .build();
        UUID fired = olga().fire(fire).id();
        attack(ActorDesk.class, "fire(Fire)", () -> {
            assertThat(thief.fire(fire).id()).isNotEqualTo(fired);
            assertNotFound(() -> thief.why(fired));
        });
        attack(ContactDesk.class, "fire(Fire)", () -> assertThat(
                        thief.contact(BRUNO).fire(fire).id())
                .isNotEqualTo(fired));
        attack(ActorDesk.class, "erase(String)", () -> assertThat(
                        thief.erase(victim.contact().id()))
                .isZero());
        bulk();
        attack(ActorDesk.class, "purge()", () -> assertThat(thief.purge()).isEqualTo(new PurgeReport(0, 0, 0, 0)));
        attack(ActorDesk.class, "purge(Instant)", () -> assertThat(thief.purge(clock.instant()))
                .isEqualTo(new PurgeReport(0, 0, 0, 0)));
        attack(ActorDesk.class, "statistics()", () -> assertThat(
                        thief.statistics().report().tickets())
                .isZero());
        attack(ActorDesk.class, "catalogue()", () -> assertThat(
                        thief.catalogue().categories())
                .isEmpty());
        attack(ActorDesk.class, "labels()", () -> assertThat(thief.labels().text("report.total"))
                .isEqualTo("Total"));
        attack(ContactDesk.class, "list(TicketQuery)", () -> {
            assertThat(thief.contact(BRUNO).list(TicketQuery.all()).items()).isEmpty();
            assertNotFound(() -> thief.contact(BRUNO)
                    .list(TicketQuery.builder().limit(1).cursor(cursor).build()));
        });
        attack(ActorDesk.class, "open(OpenTicket)", this::opensItsOwn);
        attack(ContactDesk.class, "open(OpenTicket)", () -> assertThat(thief.contact(BRUNO)
                        .open(ticket("mine").build())
                        .ticket()
                        .tenant())
                .isNotEqualTo(tenant));
    }

    private void bulk() {
        attack(ActorDesk.class, "stream(TicketQuery)", () -> assertThat(thief.stream(TicketQuery.all()))
                .isEmpty());
        String changes = olga().changesSince(null, 2).cursor();
        attack(ActorDesk.class, "changesSince(String,int)", () -> {
            assertThat(thief.changesSince(null, 10).events())
                    .noneMatch(event ->
                            event.tenant().equals(tenant) || event.ticketId().equals(victim.id()));
            assertNotFound(() -> thief.changesSince(changes, 10));
        });
        attack(ActorDesk.class, "parse(String)", () -> assertThat(
                        thief.list(thief.parse("victim category:Secret").query())
                                .items())
                .isEmpty());
        attack(ActorDesk.class, "query(String)", () -> {
            assertThat(thief.list(thief.query("victim")).items()).isEmpty();
            assertThat(thief.list(thief.query("category:Secret")).items()).isEmpty();
        });
        attack(ActorDesk.class, "writeCsv(TicketQuery,Appendable)", () -> {
            StringBuilder csv = new StringBuilder();
            assertThatCode(() -> thief.writeCsv(TicketQuery.all(), csv)).doesNotThrowAnyException();
            assertThat(csv).doesNotContain(victim.title(), victim.reference().value());
        });
        attack(ActorDesk.class, "writeCsv(TicketQuery,CsvOptions,Appendable)", () -> {
            StringBuilder csv = new StringBuilder();
            assertThatCode(() -> thief.writeCsv(TicketQuery.all(), CsvOptions.defaults(), csv))
                    .doesNotThrowAnyException();
            assertThat(csv).doesNotContain(victim.title(), victim.reference().value());
        });
        attack(ActorDesk.class, "changeAll(List,ChangeTicket)", () -> assertThat(thief.changeAll(
                        List.of(victim.id()), change().title("x").build()))
                .singleElement()
                .satisfies(result -> assertThat(result.problem()).isInstanceOf(NotFoundException.class)));
        ImportTicket same = new ImportTicket(
                ticket("mine").reference(victim.reference().value()).build(), clock.instant(), null);
        ActorDesk other = desk().as("o-" + UUID.randomUUID(), Actor.host("importer"));
        attack(ActorDesk.class, "importTickets(Iterator)", () -> assertThat(
                        other.importTickets(List.of(same).iterator()).imported())
                .isEqualTo(1));
        attack(ActorDesk.class, "importTickets(Iterator,Consumer)", () -> assertThat(
                        other.importTickets(List.of(same).iterator(), report -> {})
                                .skipped())
                .isEqualTo(1));
    }

    /** The same key, reference, external id and category are free here. */
    private void opensItsOwn() {
        var mine = thief.open(ticket("victim")
                .reference("V-1")
                .externalId("ext-1")
                .category("Secret")
                .owner(PIO)
                .idempotencyKey("key")
                .build());
        assertThat(mine.replayed()).isFalse();
        assertThat(mine.ticket().id()).isNotEqualTo(victim.id());
        assertThat(mine.ticket().category().id()).isNotEqualTo(victim.category().id());
    }
}
