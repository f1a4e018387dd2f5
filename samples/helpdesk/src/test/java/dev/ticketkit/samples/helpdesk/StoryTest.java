package dev.ticketkit.samples.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** The desk's story from a customer's message to the statistics, through its pages in Italian. */
class StoryTest extends DeskPages {
    @Test
    void goesFromAMessageToTheStatistics() throws Exception {
        Ticket ticket = customerWrites();
        operatorsAreMailedAndOneSwitchesItOff(ticket);
        administratorAddsAStatusAndAnAutomation();
        operatorWorks(ticket);
        customerIsToldWithTheFieldsOfTheTicket(ticket);
        ticketIsResolvedFoundAndCounted(ticket);
    }

    private Ticket customerWrites() throws Exception {
        String message = """
                {"messageId": "s-1", "contact": {"id": "piero", "name": "Piero Neri", "language": "it"}, "text": "Fioriera rotta"}
                """;
        answer(
                "",
                post("/hooks/chat")
                        .header("X-Helpdesk-Token", "secret")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(message));
        desk.drainWithRetries();
        Ticket ticket = as("anna")
                .list(TicketQuery.builder().contacts("piero").build())
                .items()
                .get(0);
        assertThat(ticket.title()).isEqualTo("Fioriera rotta");
        assertThat(italian("anna", "/chats?contact=piero"))
                .contains("Fioriera rotta", ticket.reference().value());
        return ticket;
    }

    private void operatorsAreMailedAndOneSwitchesItOff(Ticket ticket) throws Exception {
        assertThat(italian("oliver", "/mailbox")).contains(ticket.reference() + ": Fioriera rotta");
        send("oliver", "/profile");
        assertThat(italian("oliver", "/profile")).contains("Ricevi le e-mail sui ticket");
    }

    private void administratorAddsAStatusAndAnAutomation() throws Exception {
        send("marta", "/settings/statuses", "label", "Dal fornitore", "macro", "IN_PROGRESS");
        String[] automation = {
            "id",
            "story",
            "name",
            "Dal fornitore",
            "order",
            "50",
            "enabled",
            "true",
            "starter.kind",
            "statusChanged",
            "starter.to",
            "dal-fornitore",
            "condition.atLeast",
            "",
            "steps[0].kind",
            "sendMessage",
            "steps[0].text",
            "%%TICKET_REFERENCE%% ora: %%TICKET_STATUS%%"
        };
        send("marta", "/settings/automations/save", automation);
        assertThat(italian("marta", "/settings/automations")).contains("Dal fornitore", "Attiva");
    }

    private void operatorWorks(Ticket ticket) throws Exception {
        String address = "/tickets/" + ticket.id();
        String[] edited = {
            "version",
            ticket.version() + "",
            "seen.title",
            ticket.title(),
            "now.title",
            "Fioriera rotta nel trasporto",
            "seen.status",
            "open",
            "now.status",
            "dal-fornitore",
            "seen.priority",
            "MEDIUM",
            "now.priority",
            "MEDIUM",
            "seen.category",
            "Assistance",
            "now.category",
            "Assistance",
            "seen.description",
            "Fioriera rotta",
            "now.description",
            "Fioriera rotta"
        };
        assertThat(send("anna", address, edited).getRedirectedUrl()).isEqualTo(address);
        send("anna", address + "/notes", "text", "Chiesto al fornitore", "kind", "internal");
        assertThat(italian("anna", address)).contains("Fioriera rotta nel trasporto", "ha scritto una nota interna");
    }

    private void customerIsToldWithTheFieldsOfTheTicket(Ticket ticket) throws Exception {
        desk.drainWithRetries();
        assertThat(italian("anna", "/chats?contact=piero")).contains(ticket.reference() + " ora: Dal fornitore");
        assertThat(italian("anna", "/mailbox")).contains("Fioriera rotta nel trasporto");
        assertThat(italian("oliver", "/mailbox")).doesNotContain("Fioriera rotta nel trasporto");
    }

    private void ticketIsResolvedFoundAndCounted(Ticket ticket) throws Exception {
        send("anna", "/tickets/bulk", "id", ticket.id() + "", "status", "resolved");
        String search = "/tickets?q=stato:risolto%20%22fioriera%20rotta%22%20contatto:piero";
        assertThat(italian("anna", search)).contains(ticket.reference().value(), "1 ticket");
        assertThat(italian("anna", "/chats?status=resolved")).contains("Piero Neri");
        assertThat(italian("anna", "/statistics"))
                .contains("Ticket per categoria", "Ticket per stato", "Ticket per priorità", "Tempo medio di chiusura");
        send("oliver", "/profile", "mailed", "true");
    }

    private String italian(String account, String address) throws Exception {
        return answer(account, get(URI.create(address)).locale(Locale.ITALIAN)).getContentAsString();
    }
}
