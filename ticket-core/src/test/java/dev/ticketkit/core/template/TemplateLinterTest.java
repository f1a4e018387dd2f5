package dev.ticketkit.core.template;

import static dev.ticketkit.core.template.TemplateFinding.Kind.FORBIDDEN;
import static dev.ticketkit.core.template.TemplateFinding.Kind.POSSIBLY_EMPTY;
import static dev.ticketkit.core.template.TemplateFinding.Kind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R27")
class TemplateLinterTest {
    private static final DeclaredFields ORDER =
            DeclaredFields.none().with("ORDER_ID").withOptional("COUPON");

    @Test
    void saysNothingOfFieldsThatAlwaysHaveAValue() {
        assertThat(lint(TemplateLinter.forOpening(ORDER), "Order %%ORDER_ID%% 100%% %%order%%"))
                .isEmpty();
    }

    @Test
    void findsUnknownFieldsWhereverTheyAre() {
        assertThat(lint(TemplateLinter.of(ORDER), "%%X%% %%ORDER_ID%% %%X%%"))
                .containsExactly(new TemplateFinding(UNKNOWN, "X", 0), new TemplateFinding(UNKNOWN, "X", 19));
    }

    @Test
    void defaultDoesNotMakeAFieldKnown() {
        assertThat(lint(TemplateLinter.of(ORDER), "%%ORDERID|x%%"))
                .containsExactly(new TemplateFinding(UNKNOWN, "ORDERID", 0));
    }

    @Test
    void findsFieldsThatMayBeEmptyUnlessTheyHaveADefault() {
        assertThat(lint(TemplateLinter.of(ORDER), "a %%COUPON%% %%COUPON|none%% %%COUPON|%%"))
                .containsExactly(new TemplateFinding(POSSIBLY_EMPTY, "COUPON", 2));
    }

    @Test
    @Tag("R14")
    void ticketsFieldsAreForbiddenWhereTheTicketIsOnlyOpened() {
        assertThat(lint(TemplateLinter.forOpening(ORDER.withTicket()), "%%TICKET_TITLE|x%%%%TICKET_X%%%%TICKETS%%"))
                .containsExactly(
                        new TemplateFinding(FORBIDDEN, "TICKET_TITLE", 0),
                        new TemplateFinding(FORBIDDEN, "TICKET_X", 18),
                        new TemplateFinding(UNKNOWN, "TICKETS", 30));
    }

    @Test
    void knowsWhichOfTheTicketsFieldsMayBeEmpty() {
        String all = "%%TICKET_REFERENCE%%%%TICKET_TITLE%%%%TICKET_DESCRIPTION%%%%TICKET_STATUS%%%%TICKET_OLD_STATUS%%"
                + "%%TICKET_PRIORITY%%%%TICKET_CATEGORY%%%%TICKET_OWNER%%%%TICKET_OPENED_AT%%%%TICKET_UPDATED_AT%%"
                + "%%TICKET_CLOSED_AT%%";

        assertThat(lint(TemplateLinter.of(ORDER.withTicket()), all))
                .allMatch(finding -> finding.kind() == POSSIBLY_EMPTY)
                .extracting(TemplateFinding::field)
                .containsExactly(
                        "TICKET_DESCRIPTION",
                        "TICKET_OLD_STATUS",
                        "TICKET_CATEGORY",
                        "TICKET_OWNER",
                        "TICKET_CLOSED_AT");
        assertThat(lint(TemplateLinter.of(ORDER.withTicketOfStatusChange()), all))
                .extracting(TemplateFinding::field)
                .containsExactly("TICKET_DESCRIPTION", "TICKET_CATEGORY", "TICKET_OWNER", "TICKET_CLOSED_AT");
    }

    @Test
    void ticketsFieldsAreUnknownWithoutATicket() {
        assertThat(lint(TemplateLinter.of(ORDER), "%%TICKET_TITLE%%"))
                .containsExactly(new TemplateFinding(UNKNOWN, "TICKET_TITLE", 0));
    }

    @Test
    void hostsOwnFieldsMayBeThereButNeverAsTheTickets() {
        DeclaredFields open = ORDER.withTicket().withOthersPossible();

        assertThat(lint(TemplateLinter.of(open.with("LATE")), "%%CITY%%%%CITY|x%%%%ORDER_ID%%%%LATE%%%%TICKET_CITY%%"))
                .containsExactly(
                        new TemplateFinding(POSSIBLY_EMPTY, "CITY", 0),
                        new TemplateFinding(UNKNOWN, "TICKET_CITY", 38));
    }

    @Test
    void messagesSayWhichFieldWhereAndWhatToDo() {
        assertThat(new TemplateFinding(POSSIBLY_EMPTY, "COUPON", 2).message())
                .isEqualTo("COUPON at position 2 may be empty; a default, as in %%NAME|default%%, would fill it");
        assertThat(new TemplateFinding(UNKNOWN, "X", 0).message()).startsWith("X at position 0 is not");
        assertThat(new TemplateFinding(FORBIDDEN, "TICKET_TITLE", 7).message())
                .contains("at position 7", "of the ticket");
    }

    private static List<TemplateFinding> lint(TemplateLinter linter, String template) {
        return linter.lint(Template.parse(template));
    }
}
