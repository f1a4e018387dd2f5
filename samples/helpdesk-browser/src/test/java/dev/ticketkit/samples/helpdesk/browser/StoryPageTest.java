package dev.ticketkit.samples.helpdesk.browser;

import static dev.ticketkit.samples.helpdesk.browser.DeskScreen.saying;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The desk's story from a customer's message to the statistics, all by clicks, in Italian. */
class StoryPageTest extends InBrowser {
    private static final String CATEGORY = "Giardinaggio";
    private static final String TITLE = "Fioriera rotta nel trasporto";

    private DeskScreen screen;
    private String reference = "";

    @Test
    void goesFromAMessageToTheStatistics() {
        screen = screen("it");
        nothingIsOpenOfBruno();
        administratorAddsAStatusAndAnAutomation();
        customerWritesAndAnAutomationOpensATicket();
        operatorsAreMailedAndOneSwitchesItOff();
        operatorWorks();
        customerIsToldWithTheFieldsOfTheTicket();
        ticketIsResolvedAndFound();
        ticketIsCounted();
    }

    private void nothingIsOpenOfBruno() {
        screen.as("anna").search("contatto:bruno");
        screen.click("[data-mark-all]");
        screen.choose("#bulk [name=status]", "closed");
        screen.goTo("bulk.apply");
    }

    private void administratorAddsAStatusAndAnAutomation() {
        screen.as("marta");
        screen.goTo("nav.settings");
        screen.type("[name=label]", "Dal fornitore");
        screen.goTo("settings.add");
        screen.goTo("settings.automations");
        screen.goTo("automation.new");
        screen.type("[name=name]", "Avvisa dal fornitore");
        screen.choose("[name='starter.kind']", "statusChanged");
        screen.click("[name='starter.to'][value=dal-fornitore]");
        screen.choose("[name='steps[0].kind']", "sendMessage");
        screen.click("[name='steps[0].text']");
        screen.click("[data-field=TICKET_REFERENCE]");
        screen.press(" (");
        screen.click("[data-field=TICKET_TITLE]");
        screen.press(") ora: ");
        screen.click("[data-field=TICKET_STATUS]");
        screen.goTo("ticket.save");
        screen.see("Avvisa dal fornitore", "Salvato");
    }

    private void customerWritesAndAnAutomationOpensATicket() {
        screen.as("bruno");
        screen.type(".say textarea", "Fioriera rotta\nEra intera quando è partita.");
        screen.goTo("chat.send");
        screen.see("your request");
        screen.open("/phone");
        reference = screen.at(By.xpath("//li[contains(., 'Fioriera rotta')]/a")).getText();
        screen.see("Hello Bruno Verdi, your request " + reference + " is with us.");
    }

    private void operatorsAreMailedAndOneSwitchesItOff() {
        screen.as("oliver");
        screen.goTo("nav.mailbox");
        screen.see(reference + ": Fioriera rotta");
        screen.click(".menu summary");
        screen.goTo("nav.profile");
        screen.click("[name=mailed]");
        screen.goTo("ticket.save");
        screen.see("Da ora non ricevi e-mail sui ticket.");
    }

    private void operatorWorks() {
        screen.as("anna").search(reference);
        screen.go(saying(reference));
        assertThat(screen.at("[name='now.description']").getDomProperty("value"))
                .isEqualTo("Fioriera rotta\nEra intera quando è partita.");
        screen.type("[name='now.title']", TITLE);
        screen.type("[name='now.category']", CATEGORY);
        screen.choose("[name='now.priority']", "HIGH");
        screen.choose("[name='now.status']", "dal-fornitore");
        screen.goTo("ticket.save");
        screen.type("[name=text][rows='3']", "Chiesto al fornitore");
        screen.goTo("note.internal");
        screen.type("[name=text][rows='3']", "Arriva venerdì");
        screen.goTo("note.public");
        screen.see("Chiesto al fornitore", "Arriva venerdì", "ha scritto una nota interna");
    }

    private void customerIsToldWithTheFieldsOfTheTicket() {
        String told = reference + " (" + TITLE + ") ora: Dal fornitore";
        screen.see(told);
        screen.as("bruno").see(told);
        screen.go(saying(reference));
        screen.see("Arriva venerdì");
        assertThat(screen.body()).doesNotContain("Chiesto al fornitore");
        mailReaches("marta", true);
        mailReaches("oliver", false);
    }

    private void mailReaches(String account, boolean reached) {
        screen.as(account);
        screen.goTo("nav.mailbox");
        if (reached) {
            screen.see(reference + ": " + TITLE);
        } else {
            assertThat(screen.body()).doesNotContain(TITLE);
        }
    }

    private void ticketIsResolvedAndFound() {
        screen.as("anna").search("stato:dal-fornitore categoria:" + CATEGORY);
        screen.row(TITLE).findElement(By.cssSelector("[name=id]")).click();
        screen.choose("#bulk [name=status]", "resolved");
        screen.goTo("bulk.apply");
        screen.search("stato:risolto priorità>=alta \"fioriera rotta\" contatto:bruno chiuso>=oggi");
        assertThat(screen.texts("td.c-reference")).containsExactly(reference);

        screen.goTo("nav.chats");
        screen.clickOn("filter.status");
        screen.click("[name=status][value=resolved]");
        screen.goTo("filter.apply");
        screen.clickOn("filter.priority");
        screen.click("[name=priority][value=HIGH]");
        screen.goTo("filter.apply");
        screen.go(By.xpath("//a[contains(@class, 'person')][contains(., 'Bruno Verdi')]"));
        screen.see(TITLE);
    }

    private void ticketIsCounted() {
        screen.goTo("nav.statistics");
        screen.clickOn("filter.category");
        screen.click("[name=category][value=" + CATEGORY + "]");
        screen.goTo("filter.apply");
        assertThat(figure("statistics.categories")).containsExactly(CATEGORY, "100 %", "1");
        assertThat(figure("statistics.statuses")).containsSubsequence("Risolto", "1");
        assertThat(figure("statistics.priorities")).containsSubsequence("Alta", "1");
        assertThat(figure("statistics.times")).startsWith(CATEGORY).endsWith("1");
        screen.as("oliver").open("/profile");
        screen.click("[name=mailed]");
        screen.goTo("ticket.save");
    }

    private List<String> figure(String title) {
        String rows = "//figure[h2[normalize-space()=\"" + screen.said(title) + "\"]]//tbody//*[self::th or self::td]";
        return screen.driver().findElements(By.xpath(rows)).stream()
                .map(cell -> cell.getText().strip())
                .toList();
    }
}
