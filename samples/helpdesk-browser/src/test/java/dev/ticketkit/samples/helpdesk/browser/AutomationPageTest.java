package dev.ticketkit.samples.helpdesk.browser;

import static dev.ticketkit.samples.helpdesk.browser.DeskScreen.card;
import static dev.ticketkit.samples.helpdesk.browser.DeskScreen.inside;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.spi.model.Ticket;

class AutomationPageTest extends InBrowser {
    private static final String TEXT = "[name='steps[0].text']";

    @InTwoLanguages
    void isWrittenTriedSwitchedAndRemoved(String language) {
        String name = "Courier says so " + language;
        DeskScreen screen = screen(language).as("marta");
        screen.open("/settings/automations");
        screen.goTo("automation.new");
        screen.type("[name=name]", name);
        screen.type("[name=order]", "77");
        screen.choose("[name='starter.kind']", "statusChanged");
        screen.click("[name='starter.to'][value=with-courier]");
        screen.choose("[name='steps[0].kind']", "sendMessage");
        screen.type(TEXT, "It left: ");
        screen.click("[data-field=TICKET_REFERENCE]");
        assertThat(screen.at(TEXT).getDomProperty("value")).isEqualTo("It left: %%TICKET_REFERENCE%%");
        screen.clickOn("automation.try");
        screen.at("#tried strong");
        screen.goTo("ticket.save");
        screen.see(screen.said("flash.settings.saved"), name);

        Ticket ticket = opened("To be sent " + language, "catriona");
        as("anna")
                .ticket(ticket)
                .change(ChangeTicket.builder().status("with-courier").build());
        screen.waiting().until(page -> {
            screen.open("/chats?contact=catriona");
            return screen.body().contains("It left: " + ticket.reference());
        });
        screen.open("/tickets/" + ticket.id());
        screen.click("a.why");
        screen.see(screen.said("why.automations"), screen.said("state.DONE"));

        screen.open("/settings/automations");
        screen.go(inside(card(name), screen.said("automation.on")));
        screen.go(inside(card(name), screen.said("automation.off")));
        screen.go(inside(card(name), screen.said("settings.remove")));
        assertThat(screen.texts("h2 a")).doesNotContain(name);
    }

    @InTwoLanguages
    void isFoundFaultWithWhileItIsTyped(String language) {
        DeskScreen screen = screen(language).as("marta");
        screen.open("/settings/automations/new");
        screen.type("[name=name]", "Faulty");
        screen.choose("[name='steps[0].kind']", "openTicket");
        screen.type("[name='steps[0].title']", "%%TICKET_TITLE%%");
        screen.at("#findings .problem");
        screen.goTo("ticket.save");
        screen.at("#findings .problem");
        assertThat(screen.at("[name='steps[0].title']").getDomProperty("value")).isEqualTo("%%TICKET_TITLE%%");
    }

    @InTwoLanguages
    void isKeptAsItIsWhenItIsOnlyLookedAt(String language) {
        var before = as("marta").automations().find("chat-opens-ticket").orElseThrow();
        DeskScreen screen = screen(language).as("marta");
        screen.open("/settings/automations");
        screen.go(DeskScreen.saying("A message opens a ticket"));
        screen.goTo("ticket.save");
        screen.see(screen.said("flash.settings.saved"));
        assertThat(as("marta").automations().find("chat-opens-ticket").orElseThrow().toBuilder()
                        .build())
                .usingRecursiveComparison()
                .ignoringFields("version", "updatedAt")
                .isEqualTo(before);
    }
}
