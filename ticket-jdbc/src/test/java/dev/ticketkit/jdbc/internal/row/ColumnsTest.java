package dev.ticketkit.jdbc.internal.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketBuilder;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private final Ticket ticket = make.ticket().build();

    @Test
    void attributesAreReadBackWhateverTheyHold() {
        Map<String, String> attributes = new TreeMap<>(Map.of("a", "", "b=c", "x=y\u00A0z", "colour", "red"));
        assertThat(Attributes.parse(new ArrayList<>(Attributes.elements(attributes))))
                .isEqualTo(attributes);
    }

    /** Name and value of two attributes must not be one term. */
    @Test
    void aFilterTellsNameAndValueApart() {
        assertThat(Attributes.terms(Map.of("ab", "c"))).isNotEqualTo(Attributes.terms(Map.of("a", "bc")));
        assertThat(Attributes.terms(Map.of("a", "x".repeat(1_000))).get(0)).hasSizeLessThan(100);
    }

    @Test
    void textsAreWrittenOnlyWhenAChangeTouchesThem() {
        List<UnaryOperator<TicketBuilder>> touching = List.of(
                edit -> edit.title("Lamp"),
                edit -> edit.description("It hums"),
                edit -> edit.contact(Contact.of("c-9", "Eve")),
                edit -> edit.attributes(Map.of("colour", "red")));
        assertThat(touching).allSatisfy(edit -> assertThat(TicketColumns.setsTexts(make.change(ticket, edit)))
                .isTrue());
        assertThat(TicketColumns.setsTexts(make.opening(ticket))).isTrue();
        assertThat(TicketColumns.setsTexts(make.erasure(ticket, new Reference("gone"))))
                .isTrue();
        assertThat(TicketColumns.setsTexts(make.change(ticket, edit -> edit.status(Status.WAITING))))
                .isFalse();
    }

    @Test
    void onlyAChangeEntersAStatus() {
        FieldChange closing = FieldChange.of(TicketField.STATUS, "open", "closed");
        TicketEvent changed = make.event(ticket, EventKind.CHANGED)
                .changes(List.of(FieldChange.of(TicketField.TITLE, "a", "b"), closing))
                .build();
        assertThat(EventColumns.statusTo(changed)).isEqualTo("closed");
        assertThat(EventColumns.statusTo(
                        changed.toBuilder().kind(EventKind.ERASED).build()))
                .isNull();
        assertThat(EventColumns.statusTo(make.event(ticket, EventKind.NOTED).build()))
                .isNull();
    }
}
