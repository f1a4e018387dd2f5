package dev.ticketkit.samples.helpdesk.browser;

import static dev.ticketkit.samples.helpdesk.browser.DeskScreen.saying;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.command.ImportTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.query.TicketQuery;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** A change of more tickets than a page of the list shows. */
class BulkPageTest extends InBrowser {
    private static final int MANY = 52;
    private static final Instant OPENED = Instant.parse("2026-03-01T10:00:00Z");

    @InTwoLanguages
    void changesAllThatTheListFindsOnceItWasAsked(String language) {
        DeskScreen screen = onListOf("planter", language);
        screen.click("[data-mark-all]");
        screen.see(screen.said("bulk.page", 50));
        screen.click("[name=whole]");
        screen.choose("#bulk [name=priority]", "URGENT");
        screen.goTo("bulk.apply");
        screen.see(screen.said("bulk.ask", MANY), screen.said().priority(Priority.URGENT));
        opened("planter " + language + " of later", "chiara");
        assertThat(urgent("planter", language)).isZero();

        screen.go(saying(screen.said("bulk.ask.change", MANY)));
        screen.see(screen.said("flash.bulk.done", MANY));
        assertThat(screen.place()).contains("q=planter");
        assertThat(urgent("planter", language)).isEqualTo(MANY);
        assertThat(screen.count("tbody :checked")).isZero();
    }

    @InTwoLanguages
    void changesNothingWhenTheAnswerIsNo(String language) {
        DeskScreen screen = onListOf("trellis", language);
        screen.at("[data-mark-all]").sendKeys(Keys.SPACE);
        screen.at("[name=whole]").sendKeys(Keys.SPACE);
        screen.choose("#bulk [name=priority]", "URGENT");
        screen.goTo("bulk.apply");
        screen.goTo("form.cancel");

        assertThat(screen.place()).contains("q=trellis");
        assertThat(urgent("trellis", language)).isZero();
    }

    @InTwoLanguages
    void meansTheWholeListOnlyWhileItsPageIsMarked(String language) {
        DeskScreen screen = onListOf("arbour", language);
        screen.click("tbody [name=id]");
        assertThat(screen.driver().findElement(By.name("whole")).isDisplayed()).isFalse();
        screen.click("[data-mark-all]");
        screen.click("[name=whole]");
        screen.click("tbody [name=id]");

        assertThat(screen.driver().findElement(By.name("whole")).isSelected()).isFalse();
        assertThat(screen.driver().findElement(By.name("whole")).isDisplayed()).isFalse();
        assertThat(screen.driver()
                        .findElement(By.cssSelector("[data-mark-all]"))
                        .isSelected())
                .isFalse();
        screen.click("tbody [name=id]");
        screen.see(screen.said("bulk.page", 50));
    }

    private DeskScreen onListOf(String word, String language) {
        List<ImportTicket> rows = IntStream.rangeClosed(1, MANY)
                .mapToObj(number -> row(word + " " + language + " " + number))
                .toList();
        as("marta").importTickets(rows.iterator());
        DeskScreen screen = screen(language).as("anna");
        screen.search(word + " " + language);
        return screen;
    }

    private static ImportTicket row(String title) {
        OpenTicket ticket = OpenTicket.builder()
                .title(title)
                .externalId(title)
                .contact(new Contact("gardener", "Gina Giardini", null, null, null))
                .build();
        return new ImportTicket(ticket, OPENED, null);
    }

    private long urgent(String word, String language) {
        TicketQuery query = TicketQuery.builder()
                .text(word + " " + language)
                .priorities(Priority.URGENT)
                .build();
        return as("anna").stream(query).count();
    }
}
