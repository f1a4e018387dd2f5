package dev.ticketkit.core.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.Tickets;
import dev.ticketkit.core.catalogue.StatusBook;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.spi.catalogue.PriorityEntry;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("R25")
class TicketFieldsTest {
    private static final Status ON_HOLD = new Status("on-hold", MacroStatus.IN_PROGRESS, 8);
    private static final Status REMOVED = new Status("removed", MacroStatus.IN_PROGRESS, 9);
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final Ticket FULL = Tickets.open()
            .reference(new Reference("T-000042"))
            .title("Broken %%TICKET_TITLE%% lamp")
            .description("Dark\nhere")
            .status(Status.RESOLVED)
            .priority(Priority.HIGHEST)
            .category(Tickets.category("Logistics"))
            .owner(new Party("olga", "Olga O."))
            .openedAt(Instant.parse("2026-03-10T09:00:00Z"))
            .updatedAt(Instant.parse("2026-03-11T23:30:00Z"))
            .closedAt(Instant.parse("2026-03-11T23:30:00Z"))
            .build();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "%%TICKET_REFERENCE%%; T-000042",
                "%%TICKET_TITLE%%; Broken %%TICKET_TITLE%% lamp",
                "%%TICKET_DESCRIPTION%%; 'Dark\nhere'",
                "%%TICKET_STATUS%%; Risolto",
                "%%TICKET_OLD_STATUS%%; Fermo",
                "%%TICKET_PRIORITY%%; Massima",
                "%%TICKET_CATEGORY%%; Logistics",
                "%%TICKET_OWNER%%; Olga O.",
                "%%TICKET_OPENED_AT%%; 10 mar 2026, 10:00",
                "%%TICKET_UPDATED_AT%%; 12 mar 2026, 00:30",
                "%%TICKET_CLOSED_AT%%; 12 mar 2026, 00:30",
            })
    void contactReadsEveryFieldInHisLanguage(String template, String shown) {
        assertThat(Template.parse(template)
                        .render(italian().of(FULL, ON_HOLD), Rendering.forReader(Locale.ITALIAN, ROME)))
                .isEqualTo(shown);
    }

    @Test
    @Tag("R24")
    void stepsGetKeysAndIsoTimes() {
        Template template = Template.parse(
                "%%TICKET_STATUS%% %%TICKET_OLD_STATUS%% %%TICKET_PRIORITY%% %%TICKET_OWNER%% %%TICKET_CLOSED_AT%%");

        assertThat(template.render(italian().of(FULL, ON_HOLD), Rendering.raw()))
                .isEqualTo("resolved on-hold HIGHEST olga 2026-03-11T23:30:00Z");
    }

    @Test
    void tenantsOwnWordsComeBeforeThoseOfTheLanguage() {
        StatusBook book = StatusBook.of(List.of(new StatusEntry(Status.RESOLVED, "Fatto!", false)), italianWords());
        TicketFields fields =
                new TicketFields(book, List.of(new PriorityEntry(Priority.HIGHEST, "P1", false)), italianWords());

        assertThat(shown("%%TICKET_STATUS%% %%TICKET_PRIORITY%%", fields.of(FULL)))
                .isEqualTo("Fatto! P1");
    }

    @Test
    void priorityWithoutAWordOfItsOwnHasThatOfTheLanguage() {
        TicketFields fields = new TicketFields(
                StatusBook.of(List.of(), italianWords()),
                List.of(new PriorityEntry(Priority.HIGHEST, null, true)),
                italianWords());

        assertThat(shown("%%TICKET_PRIORITY%%", fields.of(FULL))).isEqualTo("Massima");
    }

    @Test
    void removedStatusIsShownByItsKey() {
        Ticket ticket = FULL.toBuilder().status(REMOVED).build();

        assertThat(shown("%%TICKET_STATUS%%", italian().of(ticket))).isEqualTo("removed");
    }

    @Test
    void whatTheTicketDoesNotHaveIsMissing() {
        FieldValues values =
                italian().of(Tickets.open().reference(Reference.PENDING).build());

        assertThat(shown(
                        "%%TICKET_DESCRIPTION|a%%%%TICKET_OLD_STATUS|b%%%%TICKET_CATEGORY|c%%%%TICKET_OWNER|d%%"
                                + "%%TICKET_CLOSED_AT|e%%%%TICKET_REFERENCE|f%%%%TICKET_VERSION|g%%",
                        values))
                .isEqualTo("abcdefg");
    }

    @Test
    void longDescriptionsFit() {
        String longest = "x".repeat(10_000);
        Ticket ticket = FULL.toBuilder().description(longest).build();

        assertThat(shown("%%TICKET_DESCRIPTION%%", italian().of(ticket))).isEqualTo(longest);
    }

    private static TicketFields italian() {
        StatusBook book = StatusBook.of(List.of(new StatusEntry(ON_HOLD, "Fermo", true)), italianWords());
        return new TicketFields(book, List.of(), italianWords());
    }

    private static Labels italianWords() {
        return Labels.of(Locale.ITALIAN);
    }

    private static String shown(String template, FieldValues values) {
        return Template.parse(template).render(values, Rendering.forReader(Locale.ITALIAN, ROME));
    }
}
