package dev.ticketkit.samples.helpdesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.Ticket;

class ProfilePageTest extends InBrowser {
    @InTwoLanguages
    void switchesOnesOwnMailOffAndOn(String language) {
        DeskScreen screen = screen(language).as("oliver");
        profile(screen);
        screen.click("[name=mailed]");
        screen.goTo("ticket.save");
        screen.see(screen.said("flash.mail.off"));
        assertThat(screen.at("[name=mailed]").isSelected()).isFalse();
        Ticket ticket = opened("Not for Oliver " + language, "priya");

        DeskScreen other = otherScreen(language).as("marta");
        other.waiting().until(page -> {
            other.open("/mailbox");
            return other.body().contains(ticket.reference() + ": " + ticket.title());
        });
        screen.goTo("nav.mailbox");
        assertThat(screen.body()).doesNotContain(ticket.title());

        profile(screen);
        screen.click("[name=mailed]");
        screen.goTo("ticket.save");
        screen.see(screen.said("flash.mail.on"));
    }

    private static void profile(DeskScreen screen) {
        screen.click(".menu summary");
        screen.goTo("nav.profile");
    }
}
