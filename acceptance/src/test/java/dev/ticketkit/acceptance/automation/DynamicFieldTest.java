package dev.ticketkit.acceptance.automation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.command.Fire;
import dev.ticketkit.core.result.FireReport;
import dev.ticketkit.core.template.FieldValue;
import dev.ticketkit.spi.model.Ticket;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Dynamic fields as automations use them. */
@OnEveryStore
@Tag("R26")
class DynamicFieldTest extends AutomationFixture {
    DynamicFieldTest(Store store) {
        super(store);
    }

    private FireReport fired(Step... steps) {
        given(Automation.builder("rule", "Rule")
                .when(Starter.fired("x"))
                .steps(steps)
                .build());
        FireReport report = fire(Fire.starter("x")
                .field("NAME", "%%AMOUNT%% %%%% %%NAME%%")
                .field("EMPTY", " ")
                .field("AMOUNT", FieldValue.number(new BigDecimal("1234.50")))
                .field("DAY", FieldValue.date(LocalDate.of(2026, 3, 10)))
                .field("AT", FieldValue.dateTime(Instant.parse("2026-03-10T09:00:00Z"))));
        drain();
        return report;
    }

    @Test
    void aValueIsNeverScannedAgain() {
        Ticket ticket = fired(Step.openTicket("<%%NAME%%>"), Step.sendMessage("%%TICKET_TITLE%%"))
                .opened()
                .get(0);

        assertThat(ticket.title()).isEqualTo("<%%AMOUNT%% %%%% %%NAME%%>");
        assertThat(notices).singleElement().satisfies(notice -> assertThat(notice.text())
                .isEqualTo(ticket.title()));
    }

    @Test
    void defaultsLiteralsAndUnmatchedSignsStayWhatTheyAre() {
        Ticket ticket = fired(Step.openTicket("%%NOBODY|somebody%% %%EMPTY|nothing%% %%%% 100%% %%lower%%"))
                .opened()
                .get(0);

        assertThat(ticket.title()).isEqualTo("somebody nothing %% 100%% %%lower%%");
    }

    @Test
    void typesAreKeysForTheDeskAndWordsForReaders() {
        Ticket ticket = fired(
                        Step.openTicket("%%AMOUNT%% %%DAY%% %%AT%%"),
                        Step.sendMessage("%%AMOUNT%%"),
                        Step.sendMessage("%%AMOUNT%%").language("en"))
                .opened()
                .get(0);

        assertThat(ticket.title()).isEqualTo("1234.50 2026-03-10 2026-03-10T09:00:00Z");
        assertThat(notices).extracting(notice -> notice.text()).containsExactly("1.234,50", "1,234.50");
    }

    @Test
    void whatIsUnknownOrEmptyFailsAStepThatWrites() {
        FireReport unknown = fired(Step.openTicket("a %%NOBODY%%"));
        assertThat(unknown.failed().get(0).detail()).contains("title", "NOBODY");
        FireReport empty = fired(Step.openTicket("a %%EMPTY%%"));
        assertThat(empty.failed().get(0).detail()).contains("title", "EMPTY");
        assertThat(tickets()).isEmpty();
    }

    @Test
    void whatIsUnknownOrEmptyIsEmptyInMessages() {
        fired(Step.openTicket("a"), Step.sendMessage("[%%NOBODY%%%%EMPTY%%]"));

        assertThat(notices).singleElement().satisfies(notice -> assertThat(notice.text())
                .isEqualTo("[]"));
    }

    @Test
    void theTicketComesBeforeWhatWasGivenAndThatBeforeTheHosts() {
        hostFields.put("NAME", "the host's");
        hostFields.put("CITY", "Rome");

        fired(Step.openTicket("a"), Step.sendMessage("%%NAME%% %%CITY%%"));

        assertThat(notices).singleElement().satisfies(notice -> assertThat(notice.text())
                .isEqualTo("%%AMOUNT%% %%%% %%NAME%% Rome"));
    }
}
