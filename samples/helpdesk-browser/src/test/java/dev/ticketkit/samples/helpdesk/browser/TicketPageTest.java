package dev.ticketkit.samples.helpdesk.browser;

import static dev.ticketkit.samples.helpdesk.browser.DeskScreen.saying;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import org.openqa.selenium.By;

class TicketPageTest extends InBrowser {
    @InTwoLanguages
    void opensATicketAndSaysWhatIsMissing(String language) {
        DeskScreen screen = screen(language).as("anna");
        screen.goTo("tickets.new");
        screen.goTo("new.open");
        screen.see(screen.said("form.problems"));
        assertThat(screen.count("label.wrong")).isPositive();

        screen.choose("[name=contact]", "davide");
        screen.type("[name=title]", "Made by hand " + language);
        screen.choose("[name=priority]", "HIGHEST");
        screen.choose("[name=status]", "waiting");
        screen.type("[name=category]", "Handmade " + language);
        screen.choose("[name=owner]", "oliver");
        screen.type("[name=description]", "Two lines\nof it");
        screen.type("[name=reference]", "HAND-" + language);
        screen.goTo("new.open");

        screen.see(
                screen.said("flash.ticket.opened", "HAND-" + language),
                "Made by hand " + language,
                screen.said().priority(Priority.HIGHEST));
        assertThat(screen.at("[name='now.category']").getDomProperty("value")).isEqualTo("Handmade " + language);
    }

    @InTwoLanguages
    void opensOneFromAChatWithTheContactImplied(String language) {
        DeskScreen screen = screen(language).as("anna");
        screen.open("/chats?contact=elena");
        screen.goTo("tickets.new");
        assertThat(screen.at("[name=contact]").getDomProperty("value")).isEqualTo("elena");
        screen.type("[name=title]", "From her chat " + language);
        screen.goTo("new.open");
        screen.see("From her chat " + language, "Elena Russo");
    }

    @InTwoLanguages
    void editsAndTellsNotesApart(String language) {
        Ticket ticket = opened("Edited " + language, "fabio");
        DeskScreen screen = screen(language).as("anna");
        screen.open("/tickets/" + ticket.id());
        screen.type("[name='now.title']", "Edited again " + language);
        screen.choose("[name='now.priority']", "URGENT");
        screen.choose("[name='now.status']", "waiting");
        screen.choose("[name='now.owner']", "sofia");
        screen.goTo("ticket.save");
        screen.see(screen.said("flash.ticket.saved"), screen.said("event.CHANGED"));
        assertThat(screen.texts("h1")).containsExactly("Edited again " + language);
        assertThat(screen.texts("#history ins"))
                .contains("Sofía Navarro", screen.said().priority(Priority.URGENT));

        screen.type("[name=text][rows='3']", "For us <b>alone</b>");
        screen.goTo("note.internal");
        screen.see(screen.said("flash.note.internal.added"));
        screen.type("[name=text][rows='3']", "For everybody");
        screen.goTo("note.public");
        screen.see(screen.said("flash.note.public.added"), "For us <b>alone</b>");
        assertThat(screen.texts("li.note-INTERNAL .note-text")).containsExactly("For us <b>alone</b>");
        assertThat(screen.texts("li.note-PUBLIC .note-text")).containsExactly("For everybody");
        assertThat(screen.at("li.note-INTERNAL").getCssValue("background-color"))
                .isNotEqualTo(screen.at("li.note-PUBLIC").getCssValue("background-color"));

        screen.waiting().until(page -> {
            screen.open("/tickets/" + ticket.id());
            screen.click(By.xpath("(//a[@class='why'])[last()]"));
            screen.see(screen.said("why.operators"));
            return screen.body().contains("Marta Bianchi · " + screen.said("outcome.NOTIFIED"));
        });
    }

    @InTwoLanguages
    void showsAConflictFieldByField(String language) {
        Ticket ticket = opened("Contested " + language, "giulia");
        DeskScreen mine = screen(language).as("anna");
        mine.open("/tickets/" + ticket.id());
        DeskScreen theirs = otherScreen("en").as("oliver");
        theirs.open("/tickets/" + ticket.id());
        theirs.type("[name='now.title']", "Their title");
        theirs.choose("[name='now.priority']", "LOW");
        theirs.choose("[name='now.status']", "waiting");
        theirs.goTo("ticket.save");

        mine.type("[name='now.title']", "My title");
        mine.choose("[name='now.priority']", "HIGH");
        mine.choose("[name='now.owner']", "anna");
        mine.goTo("ticket.save");
        mine.see(mine.said("conflict.title"), "Their title");
        assertThat(mine.count(".conflict")).isEqualTo(2);
        assertThat(mine.at("[name='now.title']").getDomProperty("value")).isEqualTo("My title");
        assertThat(mine.at("[name='now.status']").getDomProperty("value")).isEqualTo("waiting");
        mine.click("[name=theirs][value=title]");
        mine.goTo("ticket.save");

        mine.see(mine.said("flash.ticket.saved"), "Anna Rossi", mine.said().priority(Priority.HIGH));
        assertThat(mine.texts("h1")).containsExactly("Their title");
    }

    @InTwoLanguages
    void deletesAndTakesThatBack(String language) {
        Ticket ticket = opened("Deleted " + language, "luca");
        DeskScreen screen = screen(language).as("anna");
        screen.open("/tickets/" + ticket.id());
        screen.goTo("ticket.delete");
        screen.see(screen.said("flash.ticket.deleted", ticket.reference()));
        screen.goTo("flash.undo");
        screen.see(screen.said("flash.ticket.restored"), "Deleted " + language);

        screen.goTo("ticket.delete");
        screen.search("\"deleted " + language + "\"");
        screen.see(screen.said("tickets.none"));
    }

    @InTwoLanguages
    void hasTheChatBesideIt(String language) {
        Ticket ticket = opened("With a chat " + language, "silvia");
        DeskScreen screen = screen(language).as("anna");
        screen.open("/tickets/" + ticket.id());
        screen.type(".say textarea", "Beside it, in " + language);
        screen.go(saying(screen.said("chat.send")));
        screen.see("With a chat " + language, "Beside it, in " + language);
        assertThat(screen.place()).isEqualTo("/tickets/" + ticket.id());
    }
}
