package dev.ticketkit.samples.helpdesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.openqa.selenium.Keys;

class KeyboardTest extends InBrowser {
    @InTwoLanguages
    void showsItsHelpOnAQuestionMark(String language) {
        DeskScreen screen = screen(language).as("anna");
        screen.press("?");
        screen.see(screen.said("help.title"), screen.said("help.gs"));
        assertThat(screen.count("dialog[open] .keys kbd")).isEqualTo(11);
        screen.press(Keys.ESCAPE);
        screen.waiting().until(page -> screen.count("dialog[open]") == 0);
        screen.click(".menu summary");
        screen.clickOn("nav.help");
        screen.clickOn("help.close");
        screen.waiting().until(page -> screen.count("dialog[open]") == 0);
    }

    @InTwoLanguages
    void goesWhereTheKeysSay(String language) {
        DeskScreen screen = screen(language).as("anna");
        for (String way : new String[] {"c/chats", "s/statistics", "m/mailbox", "t/tickets"}) {
            screen.replaced(() -> {
                screen.press("g");
                screen.press(way.substring(0, 1));
            });
            assertThat(screen.place()).isEqualTo(way.substring(1));
        }
        screen.press("/");
        assertThat(screen.driver().switchTo().activeElement().getDomAttribute("id"))
                .isEqualTo("q");
        screen.press(Keys.ESCAPE);
        screen.click("h1");
        screen.press("j");
        screen.press("j");
        screen.press("k");
        screen.press("x");
        assertThat(screen.count("tr.here input:checked")).isOne();
        String reference = screen.at("tr.here a.reference").getText();
        screen.replaced(() -> {
            screen.at("tr.here a.reference").sendKeys(Keys.ENTER);
        });
        screen.see(reference, screen.said("ticket.details"));
        screen.open("/tickets");
        screen.replaced(() -> {
            screen.press("n");
        });
        screen.see(screen.said("new.open"));
    }
}
