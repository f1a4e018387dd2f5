package dev.ticketkit.acceptance.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.command.ImportTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.Maintenance;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.MemoryStorage;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A store is told to look at its tables anew when much was imported: with a few tickets that takes longer than the import. */
@Tag("B8")
class ImportMaintenanceTest {
    private final AtomicInteger told = new AtomicInteger();
    private final TicketDesk desk =
            TicketDesk.builder().storage(counting(new MemoryStorage())).build();

    @Test
    void ofAFewTicketsNothingIsCountedAnew() {
        imported(0, 300);
        imported(300, 2);

        assertThat(told).hasValue(0);
    }

    @Test
    void ofManyItIsAndAgainWhenTheyHaveDoubledAtTheEnd() {
        imported(0, 2_500);

        assertThat(told).hasValue(2);
    }

    private void imported(int from, int count) {
        var rows = IntStream.range(from, from + count)
                .mapToObj(i -> OpenTicket.builder()
                        .contact(Contact.of("c-1", "Carla"))
                        .title("Ticket " + i)
                        .reference("OLD-" + i))
                .map(each -> new ImportTicket(each.build(), Instant.parse("2024-05-06T07:08:09Z"), null));
        assertThat(desk.as(new TenantId("acme"), Actor.operator("olga", "Olga"))
                        .importTickets(rows.iterator())
                        .imported())
                .isEqualTo(count);
    }

    private TicketStorage counting(TicketStorage storage) {
        Maintenance counter = new Maintenance() {
            @Override
            public void afterMuchWasWritten() {
                told.incrementAndGet();
            }

            @Override
            public int run(int most) {
                return 0;
            }
        };
        return (TicketStorage) Proxy.newProxyInstance(
                TicketStorage.class.getClassLoader(),
                new Class<?>[] {TicketStorage.class},
                (proxy, method, args) ->
                        method.getName().equals("maintenance") ? counter : method.invoke(storage, args));
    }
}
