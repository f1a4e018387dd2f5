package dev.ticketkit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.desk.TicketDeskBuilder;
import dev.ticketkit.core.desk.TicketHandle;
import dev.ticketkit.core.result.CommandResult;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.error.TakenException;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.Page;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.delivery.ConsumerStore;
import dev.ticketkit.testkit.SettableClock;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A desk on a store, with a tenant nobody else uses and a clock that stands still until a test moves it. */
public class DeskFixture {
    protected static final Contact ADA = Contact.of("c-ada", "Ada");
    protected static final Contact BRUNO = Contact.of("c-bruno", "Bruno");
    protected static final Party OLGA = new Party("olga", "Olga");
    protected static final Party PIO = new Party("pio", "Pio");

    protected final Store store;
    protected final SettableClock clock = SettableClock.at("2026-03-10T09:00:00Z");
    protected final TenantId tenant = new TenantId("t-" + UUID.randomUUID());
    private TicketDesk desk;

    protected DeskFixture(Store store) {
        this.store = store;
    }

    /** Tests share the store, and what is opened while a consumer is known waits for it too. */
    protected final void retireConsumersOfOtherTests() {
        ConsumerStore consumers = store.storage().deliveries().consumers();
        consumers.known(tenant).forEach(consumers::retire);
    }

    protected final TicketDeskBuilder deskBuilder() {
        return TicketDesk.builder().storage(store.storage()).clock(clock);
    }

    protected final TicketDesk desk() {
        if (desk == null) {
            desk = deskBuilder().build();
        }
        return desk;
    }

    protected final ActorDesk as(Actor actor) {
        return desk().as(tenant, actor);
    }

    /** The desk as the operator Olga of this test's tenant. */
    protected final ActorDesk olga() {
        return as(Actor.operator("olga", "Olga"));
    }

    /** The desk as the contact Ada. */
    protected final ActorDesk ada() {
        return as(Actor.contact("c-ada", "Ada"));
    }

    protected static OpenTicket.Builder ticket(String title) {
        return OpenTicket.builder().title(title).contact(ADA);
    }

    protected static ChangeTicket.Builder change() {
        return ChangeTicket.builder();
    }

    protected final Ticket opened(String title) {
        return opened(ticket(title));
    }

    protected final Ticket opened(OpenTicket.Builder command) {
        return olga().open(command.build()).ticket();
    }

    protected final TicketHandle handle(Ticket ticket) {
        return olga().ticket(ticket.id());
    }

    protected final CommandResult changed(Ticket ticket, ChangeTicket.Builder command) {
        return handle(ticket).change(command.build());
    }

    protected final Ticket now(Ticket ticket) {
        return olga().find(ticket.id()).orElseThrow();
    }

    protected final void later(Duration duration) {
        clock.advance(duration);
    }

    protected final void at(String instant) {
        clock.set(Instant.parse(instant));
    }

    /** Every ticket of a query, page by page. */
    protected static List<Ticket> walk(ActorDesk desk, TicketQuery query) {
        List<Ticket> all = new ArrayList<>();
        Page<Ticket> page = desk.list(query);
        all.addAll(page.items());
        while (page.cursor() != null) {
            page = desk.list(query.toBuilder().cursor(page.cursor()).build());
            all.addAll(page.items());
        }
        return all;
    }

    protected final List<String> titles(TicketQuery query) {
        return walk(olga(), query).stream().map(Ticket::title).toList();
    }

    protected final List<String> allTitles() {
        return titles(TicketQuery.all());
    }

    /** Refused by a constraint or by the desk, naming the field. */
    protected static void assertRefused(String field, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        if (thrown instanceof RefusedException refused) {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused).hasMessageContaining(field);
        } else {
            assertThat(thrown).isInstanceOf(ConstraintViolationException.class).hasMessageContaining(field);
        }
    }

    protected static void assertTaken(String field, String value, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(TakenException.class).hasMessageContaining(value);
        assertThat(((TakenException) thrown).field()).isEqualTo(field);
        assertThat(((TakenException) thrown).value()).isEqualTo(value);
    }
}
