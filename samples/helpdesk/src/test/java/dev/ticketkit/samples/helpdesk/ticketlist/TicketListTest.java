package dev.ticketkit.samples.helpdesk.ticketlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.samples.helpdesk.DeskPages;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class TicketListTest extends DeskPages {
    private static final Pattern REFERENCE = Pattern.compile("class=\"reference\"[^>]*>([^<]+)<");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

    @Test
    void showsTheMostUrgentFirst() throws Exception {
        List<String> urgent = as("anna").list(TicketQuery.all()).items().stream()
                .map(ticket -> ticket.reference().value())
                .toList();

        assertThat(references(text("anna", "/tickets"))).isEqualTo(urgent);
    }

    @Test
    void turnsItsPagesWithoutLosingOrRepeatingATicket() throws Exception {
        List<String> walked = new ArrayList<>();
        String address = "/tickets?sort=TITLE&dir=asc";
        while (address != null) {
            String page = text("anna", address);
            walked.addAll(references(page));
            address = next(page);
        }

        TicketQuery all = TicketQuery.builder()
                .sort(TicketSort.TITLE, SortDirection.ASCENDING)
                .limit(200)
                .build();
        assertThat(walked)
                .hasSizeGreaterThan(50)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(as("anna").list(all).items().stream()
                        .map(ticket -> ticket.reference().value())
                        .toList());
    }

    @Test
    void sortsByEveryColumnInBothDirections() throws Exception {
        for (TicketSort column : TicketSort.values()) {
            for (String direction : List.of("asc", "desc")) {
                String page = text("anna", "/tickets?sort=" + column + "&dir=" + direction);
                assertThat(page).contains("aria-sort=\"" + direction);
            }
        }
    }

    @Test
    void filtersOnTopOfWhatWasTyped() throws Exception {
        Ticket urgent = opened("Zeppelin overhead");
        as("anna").ticket(urgent).change(changed(Priority.URGENT));
        opened("Zeppelin far away");

        assertThat(references(text("anna", "/tickets?q=zeppelin"))).hasSize(2);
        assertThat(references(text("anna", "/tickets?q=zeppelin&priority=URGENT&macro=IN_PROGRESS&owner=-")))
                .containsExactly(urgent.reference().value());
        assertThat(text("anna", "/tickets?q=zeppelin&category=Logistics")).contains("No ticket matches");
    }

    private static ChangeTicket changed(Priority priority) {
        return ChangeTicket.builder().priority(priority).build();
    }

    @Test
    void saysWhatItDidNotUnderstand() throws Exception {
        assertThat(text("anna", "/tickets?q=status:nonsense")).contains("This search cannot be read");
    }

    @Test
    void showsAnOperatorOfOwnTicketsNoOthers() throws Exception {
        Ticket foreign = opened("Only for those who read all");

        assertThat(references(text("sofia", "/tickets?q=" + foreign.reference())))
                .isEmpty();
        assertThat(text("sofia", "/tickets.csv"))
                .doesNotContain(foreign.title())
                .contains("Sofía Navarro");
        assertThat(page("sofia", "/tickets/" + foreign.id()).getStatus()).isEqualTo(404);
    }

    @Test
    void completesKeywordsAndTheirValues() throws Exception {
        assertThat(text("anna", "/tickets/suggest?word=sta")).isEqualTo("[\"status:\",\"stato:\"]");
        assertThat(text("anna", "/tickets/suggest?word=status:re")).contains("status:resolved", "status:refunded");
        assertThat(text("anna", "/tickets/suggest?word=owner:m")).contains("owner:me", "owner:marta");
    }

    @Test
    void changesWhatIsMarked() throws Exception {
        Ticket one = opened("Bulk one");
        Ticket other = opened("Bulk other");

        MockHttpServletResponse answer = send(
                "anna",
                "/tickets/bulk",
                "id",
                one.id() + "",
                "id",
                other.id() + "",
                "status",
                "closed",
                "owner",
                "oliver",
                "back",
                "/tickets?q=bulk");

        assertThat(answer.getRedirectedUrl()).isEqualTo("/tickets?q=bulk");
        for (Ticket each : List.of(one, other)) {
            Ticket now = as("anna").ticket(each.id()).get();
            assertThat(now.status().key()).isEqualTo("closed");
            assertThat(now.owner().id()).isEqualTo("oliver");
        }
    }

    @Test
    void writesEverythingThatIsListedIntoAFile() throws Exception {
        opened("Tab;separated, \"quoted\"");

        String file = text("anna", "/tickets.csv?q=separated");

        assertThat(file).startsWith("\uFEFF").contains("\"Tab;separated, \"\"quoted\"\"\"");
    }

    private static List<String> references(String page) {
        return REFERENCE.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static String next(String page) {
        return NEXT.matcher(page)
                .results()
                .findFirst()
                .map((MatchResult found) -> found.group(1).replace("&amp;", "&"))
                .orElse(null);
    }
}
