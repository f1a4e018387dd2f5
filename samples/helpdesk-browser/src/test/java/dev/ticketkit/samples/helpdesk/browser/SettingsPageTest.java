package dev.ticketkit.samples.helpdesk.browser;

import static dev.ticketkit.samples.helpdesk.browser.DeskScreen.card;
import static dev.ticketkit.samples.helpdesk.browser.DeskScreen.inside;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.spi.model.Ticket;
import org.openqa.selenium.By;

class SettingsPageTest extends InBrowser {
    @InTwoLanguages
    void addsRenamesHidesAndRemovesAStatus(String language) {
        String key = "workshop-" + language;
        DeskScreen screen = screen(language).as("marta");
        screen.goTo("nav.settings");
        screen.type("[name=label]", "Workshop " + language);
        screen.goTo("settings.add");
        screen.see(screen.said("flash.status.added"));
        Ticket ticket = opened("In the workshop", "ben");
        as("anna").ticket(ticket).change(ChangeTicket.builder().status(key).build());

        change(screen, key);
        screen.type(By.xpath(card(key) + "//input[@name='label']"), "Repair " + language);
        screen.go(inside(card(key), screen.said("ticket.save")));
        screen.see("Repair " + language, screen.said("status.used", 1, 0));

        change(screen, key);
        screen.choose(By.xpath(card(key) + "//select[@name='replacement']"), "waiting");
        screen.go(inside(card(key), screen.said("settings.hide")));
        screen.see(screen.said("flash.status.hidden"));
        assertThat(as("anna").ticket(ticket.id()).get().status().key()).isEqualTo("waiting");
        screen.see(screen.said("settings.hidden"));

        change(screen, key);
        screen.go(inside(card(key), screen.said("settings.show")));
        change(screen, key);
        screen.go(inside(card(key), screen.said("settings.remove")));
        screen.see(screen.said("flash.status.removed"));
        assertThat(screen.texts("code")).doesNotContain(key);
    }

    @InTwoLanguages
    void refusesToRemoveAStatusThatIsUsed(String language) {
        DeskScreen screen = screen(language).as("marta");
        screen.open("/settings/statuses");
        change(screen, "with-courier");
        screen.go(inside(card("with-courier"), screen.said("settings.remove")));
        screen.see(screen.said("flash.refused", "").strip());
        assertThat(screen.texts("code")).contains("with-courier");
    }

    @InTwoLanguages
    void renamesMergesAndHidesACategory(String language) {
        String first = "Gardn " + language;
        String second = "Garden " + language;
        Ticket ticket = opened("Of a category", "ben");
        as("anna").ticket(ticket).change(ChangeTicket.builder().category(first).build());
        DeskScreen screen = screen(language).as("marta");
        screen.open("/settings/categories");
        change(screen, first);
        screen.type(By.xpath(card(first) + "//input[@name='label']"), second);
        screen.go(inside(card(first), screen.said("ticket.save")));
        screen.see(second);

        change(screen, second);
        screen.go(inside(card(second), screen.said("settings.hide")));
        screen.see(screen.said("settings.hidden"));
        screen.open("/tickets/new");
        assertThat(screen.count("datalist option[value='" + second + "']")).isZero();

        screen.open("/settings/categories");
        change(screen, second);
        screen.go(inside(card(second), screen.said("settings.show")));
        change(screen, second);
        screen.choose(By.xpath(card(second) + "//select[@name='into']"), "Billing");
        screen.go(inside(card(second), screen.said("category.merge.do")));
        assertThat(screen.texts("h2")).doesNotContain(second);
        screen.open("/tickets/" + ticket.id());
        assertThat(screen.at("[name='now.category']").getDomProperty("value")).isEqualTo("Billing");
    }

    @InTwoLanguages
    void releasesWhatIsParked(String language) {
        faulty.breakDown();
        Ticket ticket = opened("Not taken", "ben");
        DeskScreen screen = screen(language).as("marta");
        screen.waiting().until(page -> {
            screen.open("/settings/deliveries");
            return screen.body().contains(screen.said("delivery.to", "faulty"));
        });
        faulty.repair();
        screen.goTo("delivery.release");
        screen.see(screen.said("flash.delivery.released"));
        screen.waiting().until(page -> {
            screen.open("/settings/deliveries");
            return screen.body().contains(screen.said("delivery.none"));
        });
        assertThat(as("anna").ticket(ticket.id()).get().title()).isEqualTo("Not taken");
    }

    private static void change(DeskScreen screen, String what) {
        screen.click(inside(card(what), screen.said("settings.change")));
    }
}
