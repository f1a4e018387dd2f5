package dev.ticketkit.samples.helpdesk.browser;

import static dev.ticketkit.samples.helpdesk.browser.DeskScreen.saying;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import org.openqa.selenium.By;

class ChatPageTest extends InBrowser {
    private static final String HOSTILE = "<img src=x onerror=document.title='broken'>\"';{{7*7}}${7*7}";

    @InTwoLanguages
    void findsContactsByTheirTickets(String language) {
        Ticket ticket = opened("For the filter", "tomasz");
        as("anna")
                .ticket(ticket)
                .change(ChangeTicket.builder()
                        .priority(Priority.LOWEST)
                        .status("with-courier")
                        .build());
        DeskScreen screen = screen(language).as("anna");
        screen.open("/chats");
        screen.see(screen.said("chats.choose"));
        screen.clickOn("filter.status");
        screen.click("[name=status][value=with-courier]");
        screen.goTo("filter.apply");
        screen.clickOn("filter.priority");
        screen.click("[name=priority][value=LOWEST]");
        screen.goTo("filter.apply");
        assertThat(screen.texts(".person strong")).contains("Tomasz Zieliński");
        screen.go(By.xpath("//a[contains(@class, 'person')][contains(., 'Tomasz')]"));
        screen.see("For the filter", screen.said("chat.title"));
        assertThat(screen.place()).contains("status=with-courier", "priority=LOWEST", "contact=tomasz");

        screen.goTo("chats.all");
        assertThat(screen.count(".person")).isGreaterThan(5);
    }

    @InTwoLanguages
    void carriesWhatBothSidesSay(String language) {
        DeskScreen customer = screen(language).as("amelia");
        String question = "Where is it, " + language + "? " + HOSTILE;
        customer.type(".say textarea", question);
        customer.go(saying(customer.said("chat.send")));
        customer.see(question);

        DeskScreen operator = otherScreen(language).as("anna");
        operator.open("/chats?contact=amelia");
        operator.see(question);
        operator.type(".say textarea", "It is on its way, " + language);
        operator.go(saying(operator.said("chat.send")));

        customer.see("It is on its way, " + language);
        assertThat(customer.driver().getTitle()).doesNotContain("broken");
        assertThat(customer.count("#thread img")).isZero();
    }

    @InTwoLanguages
    void showsACustomerItsTicketsAndNoInternalNote(String language) {
        Ticket ticket = opened("Of Amelia " + language, "amelia");
        as("anna").ticket(ticket).addInternalNote("Between us");
        as("anna").ticket(ticket).addPublicNote("For Amelia");
        DeskScreen screen = screen(language).as("amelia");
        screen.go(saying(ticket.reference().value()));
        screen.see("Of Amelia " + language, "For Amelia");
        assertThat(screen.body()).doesNotContain("Between us");
    }
}
