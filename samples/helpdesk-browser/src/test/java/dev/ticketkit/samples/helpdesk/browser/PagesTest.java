package dev.ticketkit.samples.helpdesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Condition;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Ticket;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds on every page: nobody is kept out, nothing is complained of, and no page is wider than its screen. */
class PagesTest extends InBrowser {
    private static final int[] WIDTHS = {1280, 390};

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"it, light", "es, dark"})
    void areForEverybodyOnEveryScreen(String language, String theme) {
        SoftAssertions found = new SoftAssertions();
        DeskScreen screen = screen(language).stranger();
        screen.cookie("theme", theme);
        look(screen, "login", "/login", theme, found);
        screen.as("marta").cookie("theme", theme);
        ofOperators().forEach((name, path) -> look(screen, name, path, theme, found));
        found.assertThat(screen.complaints()).isEmpty();
        look(screen, "missing", "/tickets/1-nothing", theme, found);
        found.assertThat(screen.complaints()).hasSizeLessThanOrEqualTo(WIDTHS.length);
        Ticket ticket = opened("Of Ana", "ana");
        screen.as("ana").cookie("theme", theme);
        look(screen, "phone", "/phone", theme, found);
        look(screen, "phone-ticket", "/phone/tickets/" + ticket.id(), theme, found);
        found.assertAll();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"en, light", "it, dark"})
    void staySoWhenSomethingIsOpened(String language, String theme) {
        DeskScreen screen = screen(language).as("marta");
        screen.cookie("theme", theme);
        screen.open("/tickets");
        screen.click(".menu summary");
        assertNobodyIsKeptOut(screen, "menu", theme);
        screen.clickOn("nav.help");
        assertNobodyIsKeptOut(screen, "help", theme);
        screen.clickOn("help.close");
        screen.clickOn("filter.status");
        assertNobodyIsKeptOut(screen, "filter", theme);
        screen.click("h1");
        screen.click("[data-mark-all]");
        assertNobodyIsKeptOut(screen, "bulk", theme);
        screen.click("[name=whole]");
        screen.choose("#bulk [name=status]", "waiting");
        screen.goTo("bulk.apply");
        assertNobodyIsKeptOut(screen, "bulk-ask", theme);
        screen.open("/tickets/new");
        screen.goTo("new.open");
        assertNobodyIsKeptOut(screen, "new-refused", theme);
    }

    private static void assertNobodyIsKeptOut(DeskScreen screen, String name, String theme) {
        assertThat(Axe.violations(screen.driver())).as(name).isEmpty();
        screen.picture(screen.at("html").getDomAttribute("lang") + "-" + name + "-" + theme + "-1280");
    }

    private Map<String, String> ofOperators() {
        Ticket ticket = opened("The parcel is <late> and nobody says why", "daniel");
        as("anna").ticket(ticket).addPublicNote("We ask the courier.");
        as("anna").ticket(ticket).addInternalNote("It is lost, I fear.");
        TicketEvent latest = as("anna").ticket(ticket).history().get(2);
        as("marta").automations().saveAnyway(notOfTheForm());
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("list", "/tickets");
        pages.put("list-empty", "/tickets?q=colour:red+status:nonsense&priority=HIGH");
        pages.put("new", "/tickets/new");
        pages.put("ticket", "/tickets/" + ticket.id());
        pages.put("why", "/tickets/" + ticket.id() + "/why/" + latest.id());
        pages.put("chats", "/chats");
        pages.put("chat", "/chats?contact=daniel");
        pages.put("statistics", "/statistics?first=2025-01-01&last=2029-12-31");
        pages.put("mailbox", "/mailbox");
        pages.put("profile", "/profile");
        pages.put("statuses", "/settings/statuses");
        pages.put("categories", "/settings/categories");
        pages.put("automations", "/settings/automations");
        pages.put("automation-new", "/settings/automations/new");
        pages.put("automation", "/settings/automations/chat-opens-ticket");
        pages.put("automation-json", "/settings/automations/not-of-the-form");
        pages.put("deliveries", "/settings/deliveries");
        return pages;
    }

    private static Automation notOfTheForm() {
        return Automation.builder("not-of-the-form", "Either of two")
                .enabled(false)
                .when(Starter.ticketCreated())
                .onlyIf(Condition.anyOf(Condition.isUnassigned(), Condition.contactHasOpenTicket()))
                .steps(Step.sendMessage("Hello"))
                .build();
    }

    private static void look(DeskScreen screen, String name, String path, String theme, SoftAssertions found) {
        for (int width : WIDTHS) {
            String what = name + "-" + theme + "-" + width;
            screen.width(width);
            screen.open(path);
            found.assertThat(screen.at("html").getDomAttribute("data-theme"))
                    .as(what)
                    .isEqualTo(theme);
            found.assertThat(Axe.violations(screen.driver())).as(what).isEmpty();
            found.assertThat(screen.pageWidth()).as(what).isLessThanOrEqualTo(width);
            screen.picture(screen.at("html").getDomAttribute("lang") + "-" + what);
        }
        screen.width(1280);
    }
}
