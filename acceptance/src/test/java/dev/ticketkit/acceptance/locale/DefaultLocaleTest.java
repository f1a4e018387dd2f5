package dev.ticketkit.acceptance.locale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.delivery.DeliveredEvent;
import dev.ticketkit.core.delivery.EventConsumer;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.result.CommandResult;
import dev.ticketkit.core.statistics.CategoryShare;
import dev.ticketkit.core.statistics.StatusCount;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import java.io.IOException;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A little of everything that makes texts for machines. The build runs it in a second JVM whose default locale writes other digits; what
 * a locale does to letters and digits is seen only there.
 */
@OnEveryStore
class DefaultLocaleTest extends DeskFixture {
    DefaultLocaleTest(Store store) {
        super(store);
    }

    /** Without this the second JVM could be one like the first, and nobody would notice. */
    @Test
    @EnabledIfSystemProperty(named = "ticketkit.locale", matches = ".+")
    void jvmHasTheLocaleTheBuildSays() {
        Locale locale = Locale.getDefault();

        assertThat(locale.toLanguageTag()).isEqualTo(System.getProperty("ticketkit.locale"));
        assertThat(String.format(locale, "%d", 1) + "I".toLowerCase(locale)).isNotEqualTo("1i");
    }

    @Test
    void generatedReferenceIsFoundAndTakenOneIsRefused() {
        Ticket generated = opened("generated");
        opened(ticket("by hand").reference("INFO-1"));

        assertThat(generated.reference().value()).isEqualTo("T-000001");
        assertThat(olga().find(new Reference("t-000001"))).contains(generated);
        assertTaken("reference", "info-1", () -> opened(ticket("again").reference("info-1")));
        assertTaken("externalId", "I-7", () -> {
            opened(ticket("first").externalId("I-7"));
            opened(ticket("second").externalId("I-7"));
        });
    }

    @Test
    void keyOfAnOpeningAndOfAChangeIsReplayed() {
        OpenTicket command = ticket("a").idempotencyKey("KEY-I").build();
        CommandResult first = olga().open(command);
        Ticket ticket = first.ticket();
        CommandResult changed =
                changed(ticket, change().title("INFO").status("pending").idempotencyKey("KEY-2"));

        assertThat(olga().open(command).receipt()).isEqualTo(first.receipt());
        CommandResult again =
                changed(ticket, change().title("INFO").status("pending").idempotencyKey("KEY-2"));
        assertThat(again.receipt()).isEqualTo(changed.receipt());
        assertThat(again.replayed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(TicketSort.class)
    void listIsSortedFilteredAndSearched(TicketSort sort) {
        opened(ticket("INFO one").category("ISTANBUL"));
        opened(ticket("info two").category("istanbul"));
        TicketQuery query = TicketQuery.builder()
                .text("info")
                .categories("Istanbul")
                .sort(sort, SortDirection.ASCENDING)
                .limit(1)
                .build();

        assertThat(titles(query)).containsExactlyInAnyOrder("INFO one", "info two");
        assertThat(olga().contacts(TicketQuery.all()).items()).hasSize(1);
    }

    @Test
    void reportsAndTheirProof() {
        Ticket closed = opened(ticket("closed").category("INFO"));
        opened(ticket("open").category("info"));
        changed(closed, change().status("closed"));

        assertThat(olga().statistics().report().categories())
                .extracting(CategoryShare::tickets)
                .containsExactly(2L);
        assertThat(olga().statistics().report().statuses())
                .extracting(StatusCount::tickets)
                .contains(1L);
        assertThat(olga().statistics().verify().differences()).isEmpty();
        store.storage().maintenance().run(1_000);
        assertThat(olga().statistics().verify().differences()).isEmpty();
    }

    @Test
    void eventsAreDelivered() {
        retireConsumersOfOtherTests();
        Queue<Ticket> heard = new ConcurrentLinkedQueue<>();
        Ticket opened = opened("told");
        TicketDesk pump = TicketDesk.builder()
                .storage(store.storage())
                .consumer(new Listening(heard))
                .automations(false)
                .build();

        pump.drain();
        assertThat(heard).contains(opened);
        assertThat(store.storage().deliveries().kept().pending(tenant)).isZero();
    }

    @Test
    void exportAndFeedAreOfDigitsThatMachinesRead() throws IOException {
        opened("exported");
        StringBuilder csv = new StringBuilder();
        olga().writeCsv(TicketQuery.all(), csv);

        assertThat(csv).contains("T-000001", "2026-03-10T09:00");
        assertThat(olga().changesSince(null, 10).events()).hasSize(1);
    }

    private record Listening(Queue<Ticket> heard) implements EventConsumer {
        @Override
        public String name() {
            return "locale";
        }

        @Override
        public DeliveryResult handle(DeliveredEvent context) {
            heard.add(context.ticket());
            return DeliveryResult.DELIVERED;
        }
    }
}
