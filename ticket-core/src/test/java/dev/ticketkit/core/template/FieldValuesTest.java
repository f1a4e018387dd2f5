package dev.ticketkit.core.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.core.Tickets;
import dev.ticketkit.core.catalogue.StatusBook;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.spi.error.RefusedException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R26")
class FieldValuesTest {
    private static final TicketFields TICKET_FIELDS =
            new TicketFields(StatusBook.of(List.of(), Labels.english()), List.of(), Labels.english());

    @Test
    void ticketComesFirstThenTheCallThenTheHostThenTheDefault() {
        FieldValues ticket = TICKET_FIELDS.of(Tickets.open().title("Lamp").build());
        FieldValues given = FieldValues.ofTexts(Map.of("CITY", "given"));
        FieldValues hosts = FieldValues.ofTexts(Map.of("CITY", "host", "SHOP", "host"));

        FieldValues all = ticket.orElse(given).orElse(hosts);

        assertThat(Template.parse("%%TICKET_TITLE|d%% %%CITY|d%% %%SHOP|d%% %%NONE|d%%")
                        .render(all, Rendering.raw()))
                .isEqualTo("Lamp given host d");
    }

    @Test
    void valueThatIsGivenEmptyStaysEmpty() {
        FieldValues all = FieldValues.ofTexts(Map.of("CITY", "")).orElse(FieldValues.ofTexts(Map.of("CITY", "host")));

        assertThat(Template.parse("%%CITY|default%%").render(all, Rendering.raw()))
                .isEqualTo("default");
    }

    @ParameterizedTest
    @Tag("R14")
    @ValueSource(strings = {"TICKET_TITLE", "TICKET_OLD_STATUS", "TICKET_", "TICKET_ANYTHING"})
    void ticketsOwnFieldsAreNeverGivenFromOutside(String name) {
        assertRefused(() -> FieldValues.ofTexts(Map.of(name, "x")), name, "TICKET_");
        assertRefused(() -> FieldValues.of(Map.of(name, FieldValue.number(BigDecimal.ONE))), name, "TICKET_");
        assertRefused(() -> DeclaredFields.none().with(name), name, "TICKET_");
        assertRefused(() -> DeclaredFields.none().withOptional(name), name, "TICKET_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Ticket_TITLE", "A B", "A-B", "A%%", "È", "Ａ", "A\n"})
    void refusesWhatIsNoName(String name) {
        assertRefused(() -> FieldValues.ofTexts(Map.of(name, "x")), "fields", "is no name");
    }

    @Test
    void showsBadNamesWithoutTheirHarm() {
        String name = "<b>\n\u001b[31m\u007f\u202e" + "x".repeat(1000);

        assertThatThrownBy(() -> FieldValues.ofTexts(Map.of(name, "x")))
                .hasMessage(
                        "fields: \"?b????31m??" + "x".repeat(29) + "...\" is no name; use 1 to 100 of A-Z, 0-9 and _");
    }

    @Test
    void takesNamesAsLongAsTemplatesDo() {
        String longest = "N".repeat(100);

        assertThat(FieldValues.ofTexts(Map.of(longest, "x", "TICKETS", "y")).find(longest))
                .isEqualTo(FieldValue.text("x"));
        assertRefused(() -> FieldValues.ofTexts(Map.of(longest + "N", "x")), "fields", "1 to 100");
    }

    @Test
    void refusesMoreThanTwoHundredFields() {
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 200; i++) {
            many.put("F" + i, "x");
        }
        assertThat(FieldValues.ofTexts(many).find("F199")).isNotNull();

        many.put("ONE_MORE", "x");
        assertRefused(() -> FieldValues.ofTexts(many), "fields", "200");
    }

    @Test
    void refusesTextsOfMoreThanFourThousandCodePoints() {
        String longest = "\uD83D\uDE00".repeat(4_000);

        assertThat(FieldValues.ofTexts(Map.of("A", longest)).find("A").raw()).isEqualTo(longest);
        assertRefused(() -> FieldValues.ofTexts(Map.of("A", "x".repeat(4_001))), "A", "4000");
    }

    @Test
    void refusesTextsThatNotEveryStoreCouldHold() {
        assertRefused(() -> FieldValues.ofTexts(Map.of("A", "x\u0000")), "A", "U+0000");
        assertRefused(() -> FieldValues.of(Map.of("A", FieldValue.text("\uDC00"))), "A", "U+DC00");
        assertThat(FieldValues.ofTexts(Map.of("A", "x\r\n\ty")).find("A").raw()).isEqualTo("x\r\n\ty");
    }

    @Test
    void nullIsAsGoodAsAbsent() {
        Map<String, String> withNull = new HashMap<>();
        withNull.put("A", null);
        FieldValues values = FieldValues.ofTexts(withNull).orElse(FieldValues.ofTexts(Map.of("A", "host")));

        assertThat(values.find("A")).isEqualTo(FieldValue.text("host"));

        Map<String, String> nameless = new HashMap<>();
        nameless.put(null, "x");
        assertRefused(() -> FieldValues.ofTexts(nameless), "fields", "is no name");
    }

    @Test
    void laterChangesOfTheGivenMapDoNotShow() {
        Map<String, FieldValue> given = new HashMap<>(Map.of("A", FieldValue.text("before")));
        FieldValues values = FieldValues.of(given);
        given.put("A", FieldValue.text("after"));
        given.put("B", FieldValue.text("new"));

        assertThat(values.find("A")).isEqualTo(FieldValue.text("before"));
        assertThat(values.find("B")).isNull();
        assertThat(values).hasToString("FieldValues[1]");
    }

    private static void assertRefused(ThrowingCallable call, String field, String inMessage) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.field()).isEqualTo(field))
                .hasMessageContaining(inMessage);
    }
}
