package dev.ticketkit.samples.helpdesk.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.samples.helpdesk.DeskPages;
import dev.ticketkit.spi.event.NoteVisibility;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class TicketPagesTest extends DeskPages {
    private static final String HOSTILE = "<script>alert(1)</script>${7*7} \" onmouseover=x '";

    @Test
    void opensATicketOnceHoweverOftenTheFormIsSent() throws Exception {
        String first =
                open("title", "Sent twice", "contact", "bruno", "key", "k-1").getRedirectedUrl();
        String second =
                open("title", "Sent twice", "contact", "bruno", "key", "k-1").getRedirectedUrl();

        Ticket ticket = ticket(first);
        assertThat(second).isEqualTo(first);
        assertThat(ticket.title()).isEqualTo("Sent twice");
        assertThat(ticket.contact().email()).isEqualTo("bruno.verdi@example.it");
        assertThat(ticket.priority()).isEqualTo(Priority.MEDIUM);
    }

    @Test
    void asksForContactAndTitleWithoutLosingTheRest() throws Exception {
        String form = open("title", "", "description", "kept", "category", "Logistics")
                .getContentAsString();

        assertThat(form).contains("Something is missing", "kept", "Logistics", "class=\"wrong\"");
        assertThat(open("title", "No contact").getContentAsString())
                .contains("class=\"wrong\"", "value=\"No contact\"");
    }

    @Test
    void givesWhatAnOperatorOfOwnTicketsOpensToItself() throws Exception {
        String opened = send(
                        "sofia",
                        "/tickets/new",
                        "title",
                        "Mine",
                        "contact",
                        "ana",
                        "priority",
                        "LOW",
                        "status",
                        "open",
                        "owner",
                        "anna")
                .getRedirectedUrl();

        assertThat(ticket(opened).owner().id()).isEqualTo("sofia");
        assertThat(page("sofia", opened).getStatus()).isEqualTo(200);
    }

    @Test
    void changesOnlyWhatThePersonChanged() throws Exception {
        Ticket ticket = opened("Edited by two");
        as("oliver")
                .ticket(ticket)
                .change(ChangeTicket.builder().priority(Priority.URGENT).build());

        edit(ticket, "title", "Edited by both");

        Ticket now = as("anna").ticket(ticket.id()).get();
        assertThat(now.title()).isEqualTo("Edited by both");
        assertThat(now.priority()).isEqualTo(Priority.URGENT);
    }

    @Test
    void showsAConflictFieldByField() throws Exception {
        Ticket ticket = opened("Before");
        as("oliver")
                .ticket(ticket)
                .change(ChangeTicket.builder().title("Theirs").build());

        String page = edit(ticket, "title", "Mine").getContentAsString();

        assertThat(page).contains("Somebody changed this ticket", "Title is now:", "<q>Theirs</q>", "value=\"Mine\"");
        assertThat(as("anna").ticket(ticket.id()).get().title()).isEqualTo("Theirs");
    }

    @Test
    void takesTheirValueOfAConflictWhereThePersonSaysSo() throws Exception {
        Ticket ticket = opened("Before");
        Ticket now = as("oliver")
                .ticket(ticket)
                .change(ChangeTicket.builder().title("Theirs").build())
                .ticket();

        edit(now, "title", "Mine", "theirs", "title", "now.status", "pending");

        Ticket saved = as("anna").ticket(ticket.id()).get();
        assertThat(saved.title()).isEqualTo("Theirs");
        assertThat(saved.status().key()).isEqualTo("pending");
    }

    @Test
    void tellsNotesApartByTheirButton() throws Exception {
        Ticket ticket = opened("Noted");

        send("anna", "/tickets/" + ticket.id() + "/notes", "text", "for us", "kind", "internal");
        send("anna", "/tickets/" + ticket.id() + "/notes", "text", "for all", "kind", "public");

        List<TicketEvent> notes = as("anna").ticket(ticket.id()).notes();
        assertThat(notes.get(0).note().visibility()).isEqualTo(NoteVisibility.INTERNAL);
        assertThat(notes.get(1).note().visibility()).isEqualTo(NoteVisibility.PUBLIC);
        assertThat(text("anna", "/tickets/" + ticket.id())).contains("note-INTERNAL", "note-PUBLIC");
    }

    @Test
    void takesADeletionBack() throws Exception {
        Ticket ticket = opened("Deleted by mistake");

        send("anna", "/tickets/" + ticket.id() + "/delete");
        assertThat(page("anna", "/tickets/" + ticket.id()).getStatus()).isEqualTo(404);
        send("anna", "/tickets/" + ticket.id() + "/restore");

        assertThat(page("anna", "/tickets/" + ticket.id()).getStatus()).isEqualTo(200);
    }

    @Test
    void saysWhyOfEveryEvent() throws Exception {
        Ticket ticket = opened("Why");
        for (TicketEvent event : as("anna").ticket(ticket.id()).history()) {
            assertThat(text("anna", "/tickets/" + ticket.id() + "/why/" + event.id()))
                    .contains("id=\"why\"");
        }
    }

    @Test
    void showsHostileTextAsText() throws Exception {
        Ticket ticket = ticket(open(
                        "title",
                        HOSTILE,
                        "description",
                        HOSTILE,
                        "category",
                        HOSTILE,
                        "contact",
                        "bruno",
                        "reference",
                        HOSTILE)
                .getRedirectedUrl());
        as("anna").ticket(ticket.id()).addPublicNote(HOSTILE);

        for (String address :
                List.of("/tickets/" + ticket.id(), "/tickets", "/tickets?q=%3Cscript%3E", "/tickets/new")) {
            assertThat(text("anna", address)).as(address).doesNotContain("<script>alert", "49 \"", "\" onmouseover");
        }
    }

    @Test
    void findsNothingWhereNothingIs() throws Exception {
        for (String address : List.of("/tickets/nonsense", "/tickets/01890a5d-ac96-774b-bcce-b302099a8057")) {
            assertThat(page("anna", address).getStatus()).as(address).isEqualTo(404);
        }
    }

    private MockHttpServletResponse open(String... form) throws Exception {
        List<String> all = new ArrayList<>(List.of("priority", "MEDIUM", "status", "open"));
        all.addAll(List.of(form));
        return send("anna", "/tickets/new", all.toArray(String[]::new));
    }

    private Ticket ticket(String address) {
        return as("anna")
                .ticket(TicketId.of(address.substring("/tickets/".length())))
                .get();
    }

    /** Sends the form as a browser does that was shown the ticket. */
    private MockHttpServletResponse edit(Ticket seen, String field, String value, String... more) throws Exception {
        TicketValues values = TicketValues.of(seen);
        List<String> form = new ArrayList<>(List.of("version", seen.version() + ""));
        List<String> others = List.of(more);
        for (String each : List.of("title", "description", "status", "priority", "category", "owner")) {
            form.addAll(List.of("seen." + each, values.get(each)));
            if (!others.contains("now." + each)) {
                form.addAll(List.of("now." + each, each.equals(field) ? value : values.get(each)));
            }
        }
        form.addAll(others);
        return send("anna", "/tickets/" + seen.id(), form.toArray(String[]::new));
    }

    @Test
    void asksAgainWhenAFormIsSentTwiceWithOtherContent() throws Exception {
        String[] first = {"contact", "bruno", "title", "Once", "key", "twice"};
        String[] second = {"contact", "bruno", "title", "Twice", "key", "twice"};
        send("anna", "/tickets/new", first);

        MockHttpServletResponse again = send("anna", "/tickets/new", second);

        assertThat(again.getStatus()).isEqualTo(200);
        assertThat(again.getContentAsString()).contains("sent before").doesNotContain("value=\"twice\"");
    }
}
