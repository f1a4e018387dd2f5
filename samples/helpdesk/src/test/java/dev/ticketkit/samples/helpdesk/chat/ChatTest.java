package dev.ticketkit.samples.helpdesk.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.ticketkit.samples.helpdesk.DeskPages;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

class ChatTest extends DeskPages {
    private static final String MESSAGE = """
            {"messageId": "%s", "contact": {"id": "%s", "name": "Nina Neu"}, "text": "Where is my parcel?\\nIt is late."}
            """;

    @Test
    void takesAMessageFromOutsideOnce() throws Exception {
        assertThat(hook("secret", "m-1", "nina")).isEqualTo(202);
        assertThat(hook("secret", "m-1", "nina")).isEqualTo(202);
        desk.drainWithRetries();

        List<Ticket> tickets =
                as("anna").list(TicketQuery.builder().contacts("nina").build()).items();
        assertThat(tickets).singleElement().satisfies(ticket -> {
            assertThat(ticket.title()).isEqualTo("Where is my parcel?");
            assertThat(ticket.description()).isEqualTo("Where is my parcel?\nIt is late.");
        });
        assertThat(text("anna", "/chats?contact=nina"))
                .contains("It is late.", "your request " + tickets.get(0).reference() + " is with us")
                .containsOnlyOnce("It is late.");
        assertThat(text("anna", "/mailbox")).contains(tickets.get(0).reference().value());
    }

    @Test
    void takesNoMessageWithoutTheToken() throws Exception {
        assertThat(hook("", "m-2", "nobody")).isEqualTo(401);
        assertThat(hook("wrong", "m-2", "nobody")).isEqualTo(401);
        assertThat(customers.find("nobody")).isEmpty();
    }

    private int hook(String token, String id, String contact) throws Exception {
        return answer(
                        "",
                        post("/hooks/chat")
                                .header("X-Helpdesk-Token", token)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(MESSAGE.formatted(id, contact)))
                .getStatus();
    }

    @Test
    void refusesAContactThatItsTablesCannotHold() throws Exception {
        assertThat(hook("secret", "m-4", "x".repeat(200))).isEqualTo(400);
        assertThat(text("marta", "/chats")).doesNotContain("x".repeat(200));
    }

    @Test
    void carriesWordsBothWays() throws Exception {
        send("amelia", "/phone", "text", "Hello from the phone", "key", "k-1");
        send("anna", "/chats/say", "contact", "amelia", "text", "Hello from the desk");

        assertThat(text("amelia", "/phone")).contains("Hello from the phone", "Hello from the desk");
        assertThat(text("anna", "/chats?contact=amelia")).contains("Hello from the phone", "Hello from the desk");
    }

    @Test
    void showsACustomerItsOwnTicketsAndPublicNotesOnly() throws Exception {
        Ticket own = opened("Bruno's own");
        as("anna").ticket(own.id()).addInternalNote("not for Bruno");
        as("anna").ticket(own.id()).addPublicNote("for Bruno");

        assertThat(text("bruno", "/phone/tickets/" + own.id()))
                .contains("for Bruno")
                .doesNotContain("not for Bruno");
        assertThat(page("amelia", "/phone/tickets/" + own.id()).getStatus()).isEqualTo(404);
    }

    @Test
    void showsAnOperatorOfOwnTicketsNoChatOfOthers() throws Exception {
        hook("secret", "m-3", "unowned");

        assertThat(page("sofia", "/chats?contact=unowned").getStatus()).isEqualTo(404);
        assertThat(send("sofia", "/chats/say", "contact", "unowned", "text", "hi")
                        .getStatus())
                .isEqualTo(404);
    }
}
