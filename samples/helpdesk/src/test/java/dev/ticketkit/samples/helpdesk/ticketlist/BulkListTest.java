package dev.ticketkit.samples.helpdesk.ticketlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;

/** A change of all tickets that a list finds, on a desk of its own. */
@TestPropertySource(
        properties = {"spring.datasource.url=jdbc:h2:mem:bulk;DB_CLOSE_DELAY=-1", "helpdesk.seed-tickets=10"})
class BulkListTest extends BulkPages {
    @Test
    void isOfferedWhereTheListHasSeveralPages() throws Exception {
        past("apricot", 51, "");

        assertThat(page("/tickets?q=apricot").select("#bulk [name=whole]")).hasSize(1);
        assertThat(page("/tickets?q=apricot&owner=marta").select("#bulk [name=whole]"))
                .isEmpty();
    }

    @Test
    void asksWithTheirNumberBeforeItChangesAny() throws Exception {
        past("banana", 60, "");

        Document question = ask("anna", "/tickets?q=banana", "status", "waiting", "owner", "-");

        assertThat(question.title()).startsWith("Change 60 tickets?");
        assertThat(question.select("main button").text()).isEqualTo("Change 60 tickets");
        assertThat(question.select("main dd").eachText()).containsExactly("Waiting", "Nobody");
        assertThat(question.select("main a").attr("href")).isEqualTo("/tickets?q=banana");
        assertThat(found("banana")).allMatch(ticket -> ticket.status().key().equals("open"));
    }

    @Test
    void changesTheTicketsOfAllPagesAndNoOthers() throws Exception {
        past("cherry", 60, "");
        past("cherry", 3, "oliver");
        past("cranberry", 2, "");

        Document question = ask("anna", "/tickets?q=cherry&owner=-&sort=TITLE&dir=asc", "priority", "URGENT");

        assertThat(confirmed("anna", question)).isEqualTo("60 tickets were changed.");
        assertThat(found("cherry"))
                .filteredOn(ticket -> ticket.priority() == Priority.URGENT)
                .hasSize(60)
                .allMatch(ticket -> ticket.owner() == null);
        assertThat(found("cranberry")).noneMatch(ticket -> ticket.priority() == Priority.URGENT);
    }

    @Test
    void leavesOutWhatCameAfterItWasCounted() throws Exception {
        past("damson", 52, "");
        Document question = ask("anna", "/tickets?q=damson", "category", "Billing");
        Ticket late = opened("damson of later");

        assertThat(confirmed("anna", question)).isEqualTo("52 tickets were changed.");
        assertThat(as("anna").ticket(late.id()).get().category()).isNull();
        assertThat(found("damson"))
                .filteredOn(ticket -> ticket.category() != null)
                .hasSize(52);
    }

    @Test
    void saysHowManyWereNotChangedAndWhy() throws Exception {
        past("elder", 52, "");
        Document question = ask("anna", "/tickets?q=elder", "priority", "HIGH");
        List<Ticket> meanwhile = found("elder");
        as("oliver").ticket(meanwhile.get(0)).delete();
        for (Ticket each : meanwhile.subList(1, 3)) {
            as("oliver")
                    .ticket(each)
                    .change(ChangeTicket.builder().priority(Priority.HIGH).build());
        }

        assertThat(confirmed("anna", question))
                .isEqualTo("49 tickets were changed, 3 were not. 2 had these values already."
                        + " 1 is gone, or is not yours any more.");
    }

    @Test
    void saysWhatWasRefused() throws Exception {
        past("fig", 51, "");
        as("marta").catalogue().addStatus("on-the-tree", "On the tree", MacroStatus.IN_PROGRESS);
        Document question = ask("anna", "/tickets?q=fig", "status", "on-the-tree");
        as("marta").statuses().hide("on-the-tree");

        assertThat(confirmed("anna", question))
                .startsWith("No ticket was changed, 51 were not. 51 were refused: status: ");
        assertThat(found("fig")).allMatch(ticket -> ticket.status().key().equals("open"));
    }

    @Test
    void takesAThousandAtATime() throws Exception {
        past("grape", 1_001, "");

        Document question = ask("marta", "/tickets?q=grape&sort=TITLE&dir=asc", "owner", "marta");

        assertThat(question.title()).startsWith("Change 1,000 tickets?");
        assertThat(question.select(".finding").text()).startsWith("The list finds more than that. The first 1,000");
        assertThat(confirmed("marta", question)).isEqualTo("1,000 tickets were changed.");
        assertThat(page("/tickets?q=grape&owner=-").select("td.c-title").eachText())
                .containsExactly("grape 1001");
    }

    @Test
    void reachesNoTicketsOfOthers() throws Exception {
        past("hazel", 52, "sofia");
        past("hazel", 5, "oliver");

        Document question = ask("sofia", "/tickets?q=hazel", "priority", "LOW");
        assertThat(question.title()).startsWith("Change 52 tickets?");
        question.select("[name=ids]")
                .val(found("hazel").stream()
                        .map(ticket -> ticket.id().toString())
                        .collect(Collectors.joining(" ")));

        assertThat(confirmed("sofia", question))
                .isEqualTo("52 tickets were changed, 5 were not. 5 are gone, or are not yours any more.");
        assertThat(found("hazel"))
                .filteredOn(ticket -> ticket.priority() != Priority.LOW)
                .hasSize(5);
    }

    @Test
    void changesNothingForAnOwnerWhoIsNoOperator() throws Exception {
        past("iris", 51, "");
        String[] ids = {"ids", found("iris").get(0).id().toString()};

        for (String owner : List.of("nobody-here", "bruno")) {
            for (String[] which : List.of(ids, new String[] {"whole", "true"})) {
                String said = said(
                        "anna",
                        which[0],
                        which[1],
                        "list.q",
                        "iris",
                        "owner",
                        owner,
                        "priority",
                        "LOW",
                        "back",
                        "/tickets?q=x");
                assertThat(said)
                        .as("%s %s", owner, which[0])
                        .isEqualTo("Nothing was changed: the owner is no operator");
            }
        }
        assertThat(found("iris")).noneMatch(ticket -> ticket.priority() == Priority.LOW);
    }

    @Test
    void speaksOfThePageThatHasOneTicket() throws Exception {
        past("juniper", 51, "");
        String last = page("/tickets?q=juniper").select("a[rel=next]").attr("href");

        assertThat(page(last).select(".bulk-page").text()).isEqualTo("The one ticket of this page is marked.");
    }

    @Test
    void isNotForCustomersNorForOtherSites() throws Exception {
        assertThat(send("bruno", "/tickets/bulk", "whole", "true", "status", "closed")
                        .getStatus())
                .isEqualTo(403);
        MockHttpServletResponse withoutToken =
                answer("anna", post("/tickets/bulk").param("whole", "true").param("status", "closed"));
        assertThat(withoutToken.getStatus()).isEqualTo(403);
    }

    @Test
    void goesBackWhenThereIsNothingToAsk() throws Exception {
        String[] nothingChosen = {"whole", "true", "back", "/tickets?q=x"};
        String[] nothingFound = {"whole", "true", "list.q", "nowhere", "status", "closed", "back", "/tickets?q=x"};
        String[] notUnderstood = {
            "whole", "true", "list.q", "status:nonsense", "status", "closed", "back", "/tickets?q=x"
        };

        assertThat(said("anna", nothingChosen)).startsWith("Nothing was changed: choose");
        assertThat(said("anna", nothingFound)).isEqualTo("No ticket was changed.");
        assertThat(said("anna", notUnderstood)).startsWith("Nothing was changed: ");
    }
}
