package dev.ticketkit.jdbc.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import org.junit.jupiter.api.Test;

class SearchTextTest {
    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private final Ticket lamp = make.ticket()
            .title("Broken lamp, broken shade")
            .description("It hums")
            .reference(new Reference("Order-7"))
            .build();

    @Test
    void wordsStandBetweenBlanksInTheirOrder() {
        assertThat(SearchText.of(lamp, lamp.reference()))
                .startsWith(" ")
                .endsWith(" ")
                .contains(" broken lamp broken shade ", " it hums ");
    }

    @Test
    void anErasedTicketHasNoWords() {
        Ticket erased = lamp.toBuilder().erasedAt(TicketFixtures.START).build();
        assertThat(SearchText.of(erased, erased.reference())).isEmpty();
    }

    /** The database puts the number behind, and must come to what is made here when the number is known. */
    @Test
    void aColumnWithoutItsNumberIsTheWholeOneOnceTheNumberIsThere() {
        ReferenceRequest request = new ReferenceRequest("O", "Order-", 6);
        String before = SearchText.beforeNumber(lamp, request);
        String whole = before + SearchText.numberWord(request) + "000042 ";
        assertThat(whole).isEqualTo(SearchText.of(lamp, request.format(42)));
    }

    @Test
    void onlyOtherTextIsIndexedAgain() {
        assertThat(SearchText.isChangedBy(make.opening(lamp))).isTrue();
        assertThat(SearchText.isChangedBy(make.change(lamp, ticket -> ticket.title("Lamp"))))
                .isTrue();
        assertThat(SearchText.isChangedBy(make.change(lamp, ticket -> ticket.description(null))))
                .isTrue();
        assertThat(SearchText.isChangedBy(make.change(lamp, ticket -> ticket.status(Status.WAITING))))
                .isFalse();
        assertThat(SearchText.isChangedBy(make.erasure(lamp, new Reference("gone"))))
                .isFalse();
    }

    /** The number is put into the folded prefix by the database. */
    @Test
    void aPrefixIsFoldedWithADigitBehindIt() {
        NumberedReference numbered = NumberedReference.of(new ReferenceRequest("O", "Order-", 6));
        assertThat(numbered.prefix()).isEqualTo("Order-");
        assertThat(numbered.foldedPrefix() + "000042")
                .isEqualTo(new Reference("Order-000042").folded().value());
    }
}
