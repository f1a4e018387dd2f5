package dev.ticketkit.spi.model;

import static dev.ticketkit.spi.fixture.Tickets.ACME;
import static dev.ticketkit.spi.fixture.Tickets.NINE;
import static dev.ticketkit.spi.fixture.Tickets.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TicketTest {
    private final Ticket full = open().description("It hums")
            .category(Category.named(ACME, "Hardware"))
            .owner(new Party("olga", "Olga"))
            .externalId("order-7")
            .attributes(Map.of("colour", "red"))
            .answeredAt(NINE.plusSeconds(60))
            .closedAt(NINE.plusSeconds(90))
            .reopenings(2)
            .deletedAt(NINE.plusSeconds(120))
            .erasedAt(NINE.plusSeconds(180))
            .build();

    @Test
    void aCopyIsTheSameTicket() {
        assertThat(full.toBuilder().build()).isEqualTo(full);
    }

    @Test
    void aTicketIsAnotherWhenAnyFieldIs() {
        List<UnaryOperator<TicketBuilder>> edits = List.of(
                ticket -> ticket.version(9),
                ticket -> ticket.reference(new Reference("T-9")),
                ticket -> ticket.title("Lamp"),
                ticket -> ticket.description(null),
                ticket -> ticket.status(Status.WAITING),
                ticket -> ticket.priority(Priority.URGENT),
                ticket -> ticket.category(null),
                ticket -> ticket.contact(Contact.of("c-1", "Ada L.")),
                ticket -> ticket.owner(null),
                ticket -> ticket.origin(Origin.HOST),
                ticket -> ticket.externalId(null),
                ticket -> ticket.attributes(Map.of()),
                ticket -> ticket.openedAt(NINE.minusSeconds(1)),
                ticket -> ticket.updatedAt(NINE.plusSeconds(1)),
                ticket -> ticket.answeredAt(null),
                ticket -> ticket.closedAt(null),
                ticket -> ticket.reopenings(3),
                ticket -> ticket.deletedAt(null),
                ticket -> ticket.erasedAt(null));
        assertThat(edits)
                .allSatisfy(
                        edit -> assertThat(edit.apply(full.toBuilder()).build()).isNotEqualTo(full));
    }

    @Test
    void timesAreCountedFromTheOpening() {
        assertThat(full.answeringTime()).isEqualTo(Duration.ofSeconds(60));
        assertThat(full.closingTime()).isEqualTo(Duration.ofSeconds(90));
        assertThat(open().build().answeringTime()).isNull();
        assertThat(open().build().closingTime()).isNull();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> open().title(null).build())
                .withMessage("title: is null; give a value");
    }

    @Test
    void attributesStayAsTheyWere() {
        Map<String, String> given = new TreeMap<>(Map.of("colour", "red"));
        Ticket ticket = open().attributes(given).build();
        given.put("colour", "blue");
        assertThat(ticket.attributes()).containsExactly(Map.entry("colour", "red"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> ticket.attributes().clear());
    }

    /** A copy that was edited is not what a store holds. */
    @Test
    void onlyWhatAStoreReadIsAsStored() {
        Ticket stored = open().asStored().build();
        assertThat(stored.isAsStored()).isTrue();
        assertThat(stored.toBuilder().build().isAsStored()).isFalse();
    }

    @Test
    void namesNoPersonInItsText() {
        assertThat(full.toString()).doesNotContain("Ada", "Olga", "lamp");
    }
}
