package dev.ticketkit.samples.helpdesk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.samples.helpdesk.DeskPages;
import dev.ticketkit.spi.model.Ticket;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest extends DeskPages {
    @Test
    void addsAStatusAndMovesItsTicketsWhenItGoes() throws Exception {
        send("marta", "/settings/statuses", "label", "On hold", "macro", "IN_PROGRESS");
        Ticket ticket = opened("Held");
        as("anna")
                .ticket(ticket)
                .change(ChangeTicket.builder().status("on-hold").build());

        assertThat(text("marta", "/settings/statuses")).contains("On hold", "1 tickets, 0 automations");
        send("marta", "/settings/statuses/on-hold/remove");
        assertThat(as("anna").ticket(ticket.id()).get().status().key()).isEqualTo("on-hold");
        send("marta", "/settings/statuses/on-hold/remove", "replacement", "waiting");

        assertThat(as("anna").ticket(ticket.id()).get().status().key()).isEqualTo("waiting");
        assertThat(text("marta", "/settings/statuses")).doesNotContain("On hold");
    }

    @Test
    void renamesAndMergesCategories() throws Exception {
        Ticket ticket = opened("Categorised");
        as("anna")
                .ticket(ticket)
                .change(ChangeTicket.builder().category("Gardn").build());

        send("marta", "/settings/categories/rename", "name", "Gardn", "label", "Garden");
        assertThat(as("anna").ticket(ticket.id()).get().category().name()).isEqualTo("Garden");
        send("marta", "/settings/categories/merge", "name", "Garden", "into", "Logistics");

        assertThat(as("anna").ticket(ticket.id()).get().category().name()).isEqualTo("Logistics");
    }

    @Test
    void savesWhatTheEditorOfAutomationsSends() throws Exception {
        send(
                "marta",
                "/settings/automations/save",
                "id",
                "urgent-waits",
                "name",
                "Urgent ones wait for nobody",
                "order",
                "30",
                "enabled",
                "true",
                "starter.kind",
                "statusChanged",
                "starter.to",
                "waiting",
                "condition.atLeast",
                "HIGHEST",
                "steps[0].kind",
                "sendMessage",
                "steps[0].text",
                "%%TICKET_REFERENCE%% is urgent.");

        Optional<Automation> saved = as("marta").automations().find("urgent-waits");
        assertThat(saved).isPresent();
        assertThat(text("marta", "/settings/automations/urgent-waits"))
                .contains("Urgent ones wait for nobody", "%%TICKET_REFERENCE%% is urgent.");
        send("marta", "/settings/automations/urgent-waits/switch", "enabled", "false");
        assertThat(as("marta").automations().find("urgent-waits").orElseThrow().enabled())
                .isFalse();
        send("marta", "/settings/automations/urgent-waits/remove");
        assertThat(as("marta").automations().find("urgent-waits")).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAnAutomationWhileItIsTyped() throws Exception {
        String found = send(
                        "marta",
                        "/settings/automations/check",
                        "id",
                        "wrong",
                        "name",
                        "Wrong",
                        "order",
                        "1",
                        "starter.kind",
                        "ticketCreated",
                        "condition.atLeast",
                        "",
                        "steps[0].kind",
                        "openTicket",
                        "steps[0].title",
                        "%%TICKET_TITLE%%")
                .getContentAsString();

        assertThat(found).contains("steps[0].title");
    }

    @Test
    void switchesNobodysMailButOnesOwn() throws Exception {
        send("oliver", "/profile");

        assertThat(as("oliver").mail().isOn()).isFalse();
        assertThat(as("anna").mail().isOn()).isTrue();
        send("oliver", "/profile", "mailed", "true");
        assertThat(as("oliver").mail().isOn()).isTrue();
    }

    @Test
    void tellsAMistakeInAFormFromAnAddressOfNothing() throws Exception {
        assertThat(send("oliver", "/profile", "mailed", "perhaps").getStatus()).isEqualTo(400);
        assertThat(as("oliver").mail().isOn()).isTrue();
        assertThat(page("oliver", "/tickets/nothing").getStatus()).isEqualTo(404);
    }

    @Test
    void showsTheFourStatistics() throws Exception {
        assertThat(text("anna", "/statistics?first=2020-01-01&last=2999-12-31"))
                .contains("Tickets by category", "Tickets by status", "Tickets by priority", "Mean closing time")
                .contains("data-chart");
        assertThat(page("anna", "/statistics?first=nonsense&last=&category=No+such")
                        .getStatus())
                .isEqualTo(200);
    }
}
